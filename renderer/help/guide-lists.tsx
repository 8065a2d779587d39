import { useTranslation } from 'react-i18next';
import { arrowKeys } from '../ui/arrow-keys.ts';
import { guide } from './chapters.ts';
import css from './guide.module.css';
import type { GuideHit } from './model.ts';
import type { ChapterId } from './order.ts';
import type { GuidePlace } from './store.ts';

/** All chapters with their main headings. */
export function ContentsList({
  current,
  onOpen,
}: {
  readonly current: ChapterId;
  onOpen(place: GuidePlace): void;
}) {
  const { t } = useTranslation('help');
  return (
    <nav
      aria-label={t('contents')}
      lang="vi"
      className={css.list}
      onKeyDown={(event) => arrowKeys(event, false)}
    >
      {guide.map((chapter) => (
        <button
          key={chapter.id}
          type="button"
          aria-current={chapter.id === current ? 'true' : undefined}
          onClick={() => onOpen({ chapter: chapter.id as ChapterId, anchor: '' })}
        >
          <b>{chapter.title}</b>
          <span className="dim">
            {chapter.sections
              .filter(({ level }) => level === 2)
              .map(({ title }) => title)
              .join(' · ')}
          </span>
        </button>
      ))}
    </nav>
  );
}

/** What the search found. */
export function HitList({
  query,
  hits,
  onOpen,
}: {
  readonly query: string;
  readonly hits: readonly GuideHit[];
  onOpen(place: GuidePlace): void;
}) {
  const { t } = useTranslation('help');
  if (hits.length === 0) return <p role="status">{t('nothing', { query: query.trim() })}</p>;
  return (
    <nav
      aria-label={t('found')}
      lang="vi"
      className={css.list}
      onKeyDown={(event) => arrowKeys(event, false)}
    >
      {hits.map(({ chapter, section, excerpt }) => (
        <button
          key={`${chapter.id}#${section.anchor}`}
          type="button"
          onClick={() => onOpen({ chapter: chapter.id as ChapterId, anchor: section.anchor })}
        >
          <b>{section.title}</b>
          {section.level > 1 ? <span className="dim"> {chapter.title}</span> : null}
          {excerpt ? <span>{excerpt}</span> : null}
        </button>
      ))}
    </nav>
  );
}
