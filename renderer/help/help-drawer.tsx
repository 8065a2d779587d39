import '../app/all-styles.ts';
import { Button, CloseButton, Drawer, TextInput } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { isPressed, KEYS } from '../app/keys.ts';
import { useSession } from '../app/session.ts';
import { useFormat } from '../app/words.ts';
import { useAskedPaper, usePrintable } from '../printing/ask.ts';
import { Kbd } from '../ui/kbd.tsx';
import { chapterOf, guide, pictureUrl } from './chapters.ts';
import css from './guide.module.css';
import { ContentsList, HitList } from './guide-lists.tsx';
import { searchGuide } from './model.ts';
import { CHAPTERS, type ChapterId } from './order.ts';
import { PrintGuide } from './print-guide.tsx';
import { ANCHOR, renderGuide } from './render.tsx';
import { closeHelp, type GuidePicture, type GuidePlace, helpBack, openHelp, useHelp } from './store.ts';

/** Over every dialog of the window (200), under the print dialog (260), open lists (300) and messages (400). */
const LAYER = 250;

/** F1: the chapter of what is on the screen, at the right; the list of chapters, and a search over all. */
export default function HelpDrawer() {
  const { t } = useTranslation('help');
  const { language } = useFormat();
  const { place, past, stamp, picture } = useHelp();
  const printing = useAskedPaper((asked) => asked.paper !== null);
  const ready = useSession((session) => session.app?.phase === 'ready');
  const [query, setQuery] = useState('');
  const [contents, setContents] = useState(false);
  const [paper, setPaper] = useState<readonly ChapterId[] | null>(null);
  const search = useRef<HTMLInputElement>(null);
  // A state, because the drawer puts its content into the page only after its own first turn.
  const [page, setPage] = useState<HTMLDivElement | null>(null);
  const shown = place ?? { chapter: CHAPTERS[0], anchor: '' };
  const searching = query.trim() !== '';
  const reading = !searching && !contents;

  useKeyboardBack();
  usePrintable(() => page, ready ? () => setPaper([shown.chapter]) : null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every step anew, the same place twice too
  useEffect(() => {
    setQuery('');
    setContents(false);
    if (page) showAnchor(page, shown.anchor);
  }, [stamp, page]);
  useEffect(() => {
    if (reading && picture === null) page?.focus({ preventScroll: true });
  }, [reading, page, picture]);

  function go(to: GuidePlace): void {
    setQuery('');
    setContents(false);
    openHelp(to);
  }

  function follow(target: string): void {
    const [file = '', anchor = ''] = target.split('#');
    const name = file.replace(/^.*\//u, '').replace(/\.md$/u, '');
    const chapter = name === '' ? shown.chapter : CHAPTERS.find((id) => id === name);
    if (chapter) go({ chapter, anchor: decodeURIComponent(anchor) });
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const typing = event.target instanceof HTMLInputElement;
    if (isPressed(event, KEYS.help.search) && (event.ctrlKey || !typing)) {
      event.preventDefault();
      search.current?.focus();
    } else if (event.altKey && event.key === 'ArrowLeft') {
      event.preventDefault();
      if (reading) helpBack();
      else {
        setQuery('');
        setContents(false);
      }
    }
  }

  return (
    <Drawer.Root
      opened
      onClose={closeHelp}
      closeOnEscape={false}
      trapFocus={!printing}
      returnFocus={false}
      position="right"
      size={660}
      zIndex={LAYER}
    >
      <Drawer.Overlay backgroundOpacity={0.12} />
      <Drawer.Content aria-label={t('title')} classNames={{ content: css.drawer ?? '' }}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of all that is within */}
        <div className={css.inner} onKeyDown={onKeyDown}>
          <header className={css.head}>
            <div className={css.line}>
              <h2>{t('title')}</h2>
              {past.length > 0 ? (
                <Button
                  variant="default"
                  size="compact-sm"
                  aria-keyshortcuts="Alt+ArrowLeft"
                  onClick={helpBack}
                  rightSection={<Kbd quiet>Alt ←</Kbd>}
                >
                  {t('back')}
                </Button>
              ) : null}
              <Button
                variant="default"
                size="compact-sm"
                aria-pressed={contents}
                onClick={() => {
                  setQuery('');
                  setContents(!contents);
                }}
              >
                {t('contents')}
              </Button>
              {ready ? (
                <Button
                  variant="default"
                  size="compact-sm"
                  aria-keyshortcuts="Control+P"
                  loading={paper !== null}
                  onClick={() => setPaper([shown.chapter])}
                  rightSection={<Kbd quiet>Ctrl P</Kbd>}
                >
                  {t('print')}
                </Button>
              ) : null}
              <CloseButton
                className={css.close ?? ''}
                aria-label={t('close')}
                aria-keyshortcuts="Escape"
                onClick={closeHelp}
              />
            </div>
            <TextInput
              ref={search}
              type="search"
              aria-label={t('search')}
              aria-keyshortcuts="/"
              placeholder={t('search')}
              value={query}
              spellCheck={false}
              rightSection={<Kbd quiet>/</Kbd>}
              onChange={(event) => setQuery(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key === 'Escape') setQuery('');
                if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
                event.preventDefault();
                page
                  ?.querySelector<HTMLElement>('button, a')
                  ?.[event.key === 'Enter' && searching ? 'click' : 'focus']();
              }}
            />
            {language === 'vi' ? null : <p className="dim">{t('language')}</p>}
          </header>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard begins here */}
          <div ref={setPage} className={css.page} tabIndex={0} data-autofocus>
            {searching ? (
              <HitList query={query} hits={searchGuide(guide, query)} onOpen={go} />
            ) : contents ? (
              <>
                <ContentsList current={shown.chapter} onOpen={go} />
                {ready ? (
                  <p>
                    <Button variant="default" size="compact-sm" onClick={() => setPaper(CHAPTERS)}>
                      {t('printAll')}
                    </Button>
                  </p>
                ) : null}
              </>
            ) : (
              <article lang="vi" className={css.guide} key={shown.chapter}>
                {renderGuide(chapterOf(shown.chapter).nodes, {
                  picture: pictureUrl,
                  onLink: follow,
                  onPicture: (opened) => useHelp.setState({ picture: opened }),
                  enlarge: (alt) => t('enlarge', { alt }),
                })}
              </article>
            )}
          </div>
          <footer className={css.foot}>{t('keys')}</footer>
        </div>
      </Drawer.Content>
      {picture ? <LargePicture {...picture} /> : null}
      {paper ? <PrintGuide chapters={paper} onDone={() => setPaper(null)} /> : null}
    </Drawer.Root>
  );
}

/** A picture over the whole window; the drawer, which is moved into its place, could not hold it. */
function LargePicture({ src, alt }: GuidePicture) {
  const { t } = useTranslation('help');
  return createPortal(
    <button
      type="button"
      className={css.large}
      style={{ zIndex: LAYER + 1 }}
      aria-label={t('shrink')}
      ref={(button) => button?.focus()}
      onClick={() => useHelp.setState({ picture: null })}
    >
      <img src={src} alt={alt} />
    </button>,
    document.body,
  );
}

/** When the guide is closed the keyboard goes back to where it was, also into a dialog. */
function useKeyboardBack(): void {
  const before = useRef(document.activeElement);
  useEffect(
    () => () => {
      const from = before.current;
      requestAnimationFrame(() => {
        if (from instanceof HTMLElement && from.isConnected && from !== document.body)
          from.focus({ preventScroll: true });
      });
    },
    [],
  );
}

/** Scrolls to a heading, or to the top. */
function showAnchor(box: HTMLElement, anchor: string): void {
  const heading =
    anchor === '' ? null : box.querySelector<HTMLElement>(`[${ANCHOR}="${CSS.escape(anchor)}"]`);
  const top = () => {
    box.scrollTop = heading ? heading.offsetTop - box.offsetTop - 6 : 0;
  };
  // Pictures above it may still be growing.
  requestAnimationFrame(top);
  const images = [...box.querySelectorAll('img')].filter((image) => !image.complete);
  void Promise.all(images.map((image) => image.decode().catch(() => undefined))).then(top);
}
