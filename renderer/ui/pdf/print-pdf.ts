import './print.css';

/** Dots per inch of the printed pages: what office printers resolve in text. */
const PRINT_DPI = 220;

/**
 * Prints a PDF through the system's dialog: its pages drawn as pictures on sheets of A4, upright or lying, that only
 * the printer sees.
 */
export async function printPdf(pdf: Uint8Array): Promise<void> {
  const { drawPage, openPdf } = await import('./pdf.ts');
  const document = await openPdf(pdf);
  const sheets = window.document.createElement('div');
  sheets.className = 'print-sheets';
  const addresses: string[] = [];
  try {
    for (let number = 1; number <= document.numPages; number += 1) {
      const canvas = window.document.createElement('canvas');
      const page = await document.getPage(number);
      const { width } = page.getViewport({ scale: 1 });
      await drawPage(document, number, canvas, width, PRINT_DPI / 72);
      const picture = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
      if (!picture) continue;
      const image = new Image();
      image.src = URL.createObjectURL(picture);
      if (canvas.width > canvas.height) image.dataset.lying = '';
      addresses.push(image.src);
      await image.decode();
      sheets.append(image);
    }
    window.document.body.append(sheets);
    window.print();
  } finally {
    sheets.remove();
    for (const address of addresses) URL.revokeObjectURL(address);
    void document.loadingTask.destroy();
  }
}
