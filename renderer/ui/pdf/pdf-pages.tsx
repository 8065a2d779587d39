import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import css from './pdf.module.css';
import { drawPage, openPdf } from './pdf.ts';

/** Beyond so many pages only those near what is seen are drawn: hundreds of drawn pages would fill the memory. */
const ALL_DRAWN = 40;
/** How far from what is seen a page is drawn ahead, in heights of the view. */
const AHEAD = '150%';

/** The pages of a PDF one below the other; `zoom` null fits them to the width. Loaded when first needed. */
export default function PdfPages({
  pdf,
  zoom,
  onPages,
}: {
  readonly pdf: Uint8Array;
  readonly zoom: number | null;
  onPages?(count: number): void;
}) {
  const { t } = useTranslation('common');
  const box = useRef<HTMLDivElement>(null);
  const [document, setDocument] = useState<PDFDocumentProxy | null>(null);
  // A4 upright until the first page is known; wide tables lie on their side, mostly all of their pages.
  const [shape, setShape] = useState('595 / 842');
  const [failed, setFailed] = useState(false);
  const [width, setWidth] = useState(0);
  const told = useRef(onPages);
  told.current = onPages;

  useEffect(() => {
    let opened: PDFDocumentProxy | null = null;
    let current = true;
    const show = async (next: PDFDocumentProxy): Promise<void> => {
      if (!current) return void next.loadingTask.destroy();
      opened = next;
      const { width: across, height } = (await next.getPage(1)).getViewport({ scale: 1 });
      if (!current) return;
      setShape(`${across} / ${height}`);
      setFailed(false);
      setDocument(next);
      told.current?.(next.numPages);
    };
    openPdf(pdf)
      .then(show)
      .catch(() => current && setFailed(true));
    return () => {
      current = false;
      void opened?.loadingTask.destroy();
    };
  }, [pdf]);

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth - 24));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  // 595 pt is the width of A4.
  const pageWidth = zoom === null ? width : 595 * zoom;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section ref={box} className={css.paper} tabIndex={0} aria-label={t('pdf.region')}>
      {failed && <p role="alert">{t('pdf.failed')}</p>}
      {document &&
        width > 0 &&
        pageNumbers(document.numPages).map((number) => (
          <Sheet
            key={number}
            document={document}
            number={number}
            width={pageWidth}
            expected={shape}
            always={document.numPages <= ALL_DRAWN}
          />
        ))}
    </section>
  );
}

function pageNumbers(count: number): number[] {
  return Array.from({ length: count }, (_, at) => at + 1);
}

function Sheet({
  document,
  number,
  width,
  expected,
  always,
}: {
  readonly document: PDFDocumentProxy;
  readonly number: number;
  readonly width: number;
  /** Proportions until the page is drawn. */
  readonly expected: string;
  /** Drawn also while it is far from what is seen. */
  readonly always: boolean;
}) {
  const { t } = useTranslation('common');
  const canvas = useRef<HTMLCanvasElement>(null);
  const [words, setWords] = useState('');
  const [shape, setShape] = useState<string | null>(null);
  const [near, setNear] = useState(always);
  useEffect(() => {
    const element = canvas.current;
    if (always || !element) return;
    const observer = new IntersectionObserver((seen) => setNear(seen.at(-1)?.isIntersecting ?? false), {
      root: element.closest('section'),
      rootMargin: AHEAD,
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [always]);
  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    if (!near) {
      // Gives the memory of a page back that was left behind.
      element.width = 0;
      return;
    }
    let current = true;
    // Drawn beside, then shown at once: a page half drawn is not shown, and two drawings never share a canvas.
    const beside = window.document.createElement('canvas');
    drawPage(document, number, beside, width, window.devicePixelRatio).then(
      (text) => {
        if (!current) return;
        element.width = beside.width;
        element.height = beside.height;
        element.getContext('2d')?.drawImage(beside, 0, 0);
        setShape(`${beside.width} / ${beside.height}`);
        setWords(text);
      },
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [document, number, width, near]);
  return (
    <figure className={css.sheet} style={{ width }}>
      <canvas
        ref={canvas}
        role="img"
        aria-label={t('pdf.label', { n: number, total: document.numPages })}
        style={{ width, aspectRatio: shape ?? expected }}
      />
      <figcaption className="sr-only">{words}</figcaption>
    </figure>
  );
}
