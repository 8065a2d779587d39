import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Dots per inch of the pages for the printer: text is as sharp as office printers make it. */
const PRINT_DPI = 300;
/** Points of a PDF in an inch. */
const POINTS = 72;

/**
 * Draws a page of a PDF (from 1) on a sheet for the printer, in its true size. A page that lies on its side is turned
 * a quarter to the left, so that every sheet stands upright: within one job printers know only one way to feed paper.
 */
export async function drawSheet(
  document: PDFDocumentProxy,
  number: number,
  dpi = PRINT_DPI,
): Promise<{ readonly sheet: HTMLElement; readonly lying: boolean }> {
  const page = await document.getPage(number);
  const upright = page.getViewport({ scale: 1 });
  const lying = upright.width > upright.height;
  const rotation = (page.rotate + (lying ? 270 : 0)) % 360;
  const viewport = page.getViewport({ scale: dpi / POINTS, rotation });
  const canvas = window.document.createElement('canvas');
  canvas.width = Math.round(viewport.width);
  canvas.height = Math.round(viewport.height);
  const [width, height] = lying ? [upright.height, upright.width] : [upright.width, upright.height];
  canvas.style.width = `${width / POINTS}in`;
  canvas.style.height = `${height / POINTS}in`;
  await page.render({ canvas, viewport, intent: 'print' }).promise;
  page.cleanup();
  const sheet = window.document.createElement('div');
  sheet.className = 'sheet';
  sheet.append(canvas);
  return { sheet, lying };
}
