import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

// Loaded only with the first page shown (a chunk of its own); the worker is a file of the app like any other.
GlobalWorkerOptions.workerSrc = workerUrl;

/** Opens a PDF held in memory. The bytes are copied: the library hands its own to the worker for good. */
export function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  return getDocument({ data: bytes.slice(), enableXfa: false, stopAtErrors: true }).promise;
}

/** Draws a page (1-based) into a canvas so that it is `width` CSS px wide; answers its text for readers. */
export async function drawPage(
  document: PDFDocumentProxy,
  number: number,
  canvas: HTMLCanvasElement,
  width: number,
  density: number,
): Promise<string> {
  const page = await document.getPage(number);
  const viewport = page.getViewport({ scale: (width / page.getViewport({ scale: 1 }).width) * density });
  canvas.width = Math.round(viewport.width);
  canvas.height = Math.round(viewport.height);
  await page.render({ canvas, viewport }).promise;
  const { items } = await page.getTextContent();
  return items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
}
