import type { WebContentsPrintOptions } from 'electron';
import { AppError } from '#shared/errors.ts';
import type { Printer } from '#shared/ipc/contract/printing.ts';
import type { Output, Parsed } from '#shared/ipc/contract.ts';
import type { Sheets } from './sheets-window.ts';

/**
 * Pages in one job, an even number so that both sides of a sheet belong to the same job. A page at 300 dots per inch
 * takes 35 MB until it is printed; more of them at once would drive an old PC into swapping.
 */
export const PAGES_PER_JOB = 10;

export interface PrintParts {
  printers(): Promise<Printer[]>;
  /** What people called a printer when it was last seen. */
  labelOf(name: string): string;
  sheets(pdf: Uint8Array, title: string): Sheets;
  progress(done: number, total: number): void;
  /** Throws when the work was cancelled. */
  goOn(): void;
}

type Request = Parsed<'print.document'>;

/** Prints pages of a paper; see `print.document` in the contract. */
export async function printDocument(request: Request, parts: PrintParts): Promise<Output<'print.document'>> {
  const printer = await choosePrinter(request.printer, parts);
  parts.goOn();
  const label = printer?.label ?? null;
  const sheets = parts.sheets(request.pdf, request.title);
  try {
    const last = Math.min(request.to, await sheets.open());
    const total = Math.max(0, last - request.from + 1);
    if (total === 0) throw failed(label);
    let sent = 0;
    for (let first = request.from; first <= last; first += PAGES_PER_JOB) {
      await sheets.clear();
      const until = Math.min(last, first + PAGES_PER_JOB - 1);
      let lying = 0;
      for (let page = first; page <= until; page += 1) {
        parts.goOn();
        parts.progress(page - request.from, total);
        if (await sheets.draw(page)) lying += 1;
      }
      parts.goOn();
      const pages = until - first + 1;
      const done = await sheets.print(jobOptions(request, printer, lying === pages));
      if (!done) throw sent === 0 ? failed(label) : failed(label, { reason: 'part', sent, total });
      sent += pages;
      parts.progress(sent, total);
    }
    return { label, pages: total, waiting: printer?.state === 'waiting' };
  } finally {
    sheets.close();
  }
}

/** The printer as it is now; null stands for the system's default where its name is not known. */
async function choosePrinter(name: string | null, parts: PrintParts): Promise<Printer | null> {
  const printers = await parts.printers();
  if (name === null && printers.length === 0)
    throw new AppError('PRINTER_MISSING', { printer: '', reason: 'none' });
  const found =
    name === null ? printers.find((one) => one.default) : printers.find((one) => one.name === name);
  if (name === null && !found) return null;
  if (!found) throw new AppError('PRINTER_MISSING', { printer: parts.labelOf(name ?? '') });
  if (found.state === 'refusing') throw new AppError('PRINTER_REFUSES', { printer: found.label });
  return found;
}

/** The sheets are A4 and upright with their margins drawn: nothing is scaled, moved or added. */
function jobOptions(request: Request, printer: Printer | null, allLying: boolean): WebContentsPrintOptions {
  const bothSides = request.bothSides && printer?.duplex !== false;
  return {
    silent: true,
    ...(printer === null ? {} : { deviceName: printer.name }),
    pageSize: 'A4',
    landscape: false,
    margins: { marginType: 'none' },
    printBackground: false,
    copies: request.copies,
    collate: true,
    // Lying pages stand turned on their sheets, and are leafed through like a book about the other edge.
    duplexMode: bothSides ? (allLying ? 'shortEdge' : 'longEdge') : 'simplex',
  };
}

function failed(label: string | null, more: Record<string, string | number> = {}): AppError {
  return new AppError('PRINT_FAILED', {
    printer: label ?? '',
    ...(label === null ? { reason: 'default' } : {}),
    ...more,
  });
}
