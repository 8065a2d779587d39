import './print.css';
import { useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { call, toFault } from '../app/bridge.ts';
import { askToPrint } from '../printing/ask.ts';
import { showFault } from '../ui/toast.tsx';
import { chapterOf, pictureUrl } from './chapters.ts';
import css from './guide.module.css';
import { type ChapterId, WALL_SHEET } from './order.ts';
import { renderGuide } from './render.tsx';

/** Lays chapters out for paper, has the page printed to a PDF and opens the print dialog for that. */
export function PrintGuide({
  chapters,
  onDone,
}: {
  readonly chapters: readonly ChapterId[];
  onDone(): void;
}) {
  const { t } = useTranslation('help');
  const sheet = useRef<HTMLDivElement>(null);
  const begun = useRef(false);
  const [only] = chapters;
  const title = chapters.length === 1 && only ? chapterOf(only).title : t('guide');
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    const images = [...(sheet.current?.querySelectorAll('img') ?? [])];
    void Promise.all(images.map((image) => image.decode().catch(() => undefined)))
      .then(() => call('print.screen', {}))
      .then(
        ({ pdf }) => askToPrint({ pdf, what: t('paper', { title }) }),
        (reason: unknown) => showFault(toFault(reason)),
      )
      .finally(onDone);
  }, [onDone, t, title]);
  const wall = chapters.length === 1 && only === WALL_SHEET;
  return createPortal(
    <div ref={sheet} className="guide-print" data-wall={wall || undefined} lang="vi" aria-hidden="true">
      {chapters.map((id) => (
        <article key={id} className={css.guide}>
          {renderGuide(chapterOf(id).nodes, { picture: pictureUrl })}
        </article>
      ))}
    </div>,
    document.body,
  );
}
