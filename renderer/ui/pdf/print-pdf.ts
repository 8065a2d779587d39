import './print.css';

/** Up to here pages are as sharp as can be; of more, all of which must be held at once, each is drawn coarser. */
const SHARP_PAGES = 12;
const COARSE_DPI = 200;

/**
 * Prints pages `from` to `to` of a PDF through the system's own dialog: drawn as pictures on sheets that only the
 * printer sees.
 */
export async function printPdf(pdf: Uint8Array, from: number, to: number): Promise<void> {
  const [{ openPdf }, { drawSheet }] = await Promise.all([import('./pdf.ts'), import('./sheet.ts')]);
  const document = await openPdf(pdf);
  const sheets = window.document.createElement('div');
  sheets.className = 'print-sheets';
  try {
    const last = Math.min(to, document.numPages);
    const dpi = last - from < SHARP_PAGES ? undefined : COARSE_DPI;
    for (let number = from; number <= last; number += 1) {
      sheets.append((await drawSheet(document, number, dpi)).sheet);
    }
    window.document.body.append(sheets);
    window.print();
  } finally {
    sheets.remove();
    for (const canvas of sheets.querySelectorAll('canvas')) canvas.width = canvas.height = 0;
    void document.loadingTask.destroy();
  }
}
