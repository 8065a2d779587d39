import './sheets.css';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { openPdf } from '../ui/pdf/pdf.ts';
import { drawSheet } from '../ui/pdf/sheet.ts';

// The whole of the hidden window that is printed (electron/main/printing/sheets-window.ts): nothing but the sheets.
// The main process calls these functions one after the other; the page itself can call nobody.

let paper: PDFDocumentProxy | null = null;

const sheets = {
  /** Opens the paper; how many pages it has. `title` names the job in the printer's queue. */
  async open(title: string): Promise<number> {
    document.title = title;
    const answer = await fetch('/sheets/paper.pdf');
    paper = await openPdf(new Uint8Array(await answer.arrayBuffer()));
    return paper.numPages;
  },
  /** Draws a page (from 1) on a further sheet; whether it lies on its side. */
  async draw(page: number): Promise<boolean> {
    if (paper === null) throw new RangeError('no paper');
    const { sheet, lying } = await drawSheet(paper, page);
    document.body.append(sheet);
    return lying;
  },
  /** Takes all sheets away and gives their memory back at once. */
  clear(): void {
    for (const canvas of document.querySelectorAll('canvas')) canvas.width = canvas.height = 0;
    document.body.replaceChildren();
  },
};

Object.assign(window, { sheets });
