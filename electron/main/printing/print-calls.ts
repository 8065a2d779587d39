import type { BrowserWindow, WebContents } from 'electron';
import type { MainHandlers } from '#electron/ipc/router.ts';
import { AppError } from '#shared/errors.ts';
import { NOTICE_CHANNEL } from '#shared/ipc/channels.ts';
import type { Printer } from '#shared/ipc/contract/printing.ts';
import type { Notice } from '#shared/ipc/result.ts';
import { printDocument } from './print-document.ts';
import { listPrinters } from './printers.ts';
import { createSheets, type Sheets } from './sheets-window.ts';

type PrintCalls = Pick<MainHandlers, Extract<keyof MainHandlers, `print.${string}`>>;

export interface PrintCallsParts {
  window(): BrowserWindow | null;
  /** Folder of the page's files. */
  readonly root: string;
  /** Writes a line without personal data into the log. */
  report(what: string): void;
}

interface Running {
  cancelled: boolean;
  sheets: Sheets | null;
}

/** Answers the calls about printing. One paper is printed at a time, others wait. */
export function createPrintCalls({ window, root, report }: PrintCallsParts): PrintCalls {
  const makeSheets = createSheets({ root, report });
  const running = new Map<string, Running>();
  /** What people call each printer seen so far: one that is gone is still named so. */
  const labels = new Map<string, string>();
  let last: Promise<unknown> = Promise.resolve();

  const page = (): BrowserWindow => {
    const found = window();
    if (found === null) throw new AppError('CANCELLED');
    return found;
  };
  const printers = async (contents: WebContents): Promise<Printer[]> => {
    const found = await listPrinters(contents);
    for (const { name, label } of found) labels.set(name, label);
    return found;
  };
  const cancel = (job: Running): void => {
    job.cancelled = true;
    job.sheets?.close();
  };

  return {
    'print.printers': () => printers(page().webContents),
    'print.document': (request) => {
      const job: Running = { cancelled: false, sheets: null };
      running.set(request.task, job);
      const parent = page();
      // Without the window there is nobody to print for, and the hidden one would keep the app alive.
      const leave = () => cancel(job);
      parent.once('closed', leave);
      const goOn = () => {
        if (job.cancelled) throw new AppError('CANCELLED');
      };
      const work = last
        .then(() => {
          goOn();
          return printDocument(request, {
            goOn,
            printers: () => printers(parent.webContents),
            labelOf: (name) => labels.get(name) ?? name,
            sheets: (pdf, title) => {
              job.sheets = makeSheets(pdf, title);
              return job.sheets;
            },
            progress: (done, total) => {
              const notice: Notice = { kind: 'printing', task: request.task, done, total };
              if (!parent.isDestroyed()) parent.webContents.send(NOTICE_CHANNEL, notice);
            },
          });
        })
        .catch((error: unknown) => {
          // Closing the sheets is how a cancelled job ends.
          goOn();
          throw error;
        })
        .finally(() => {
          running.delete(request.task);
          if (!parent.isDestroyed()) parent.removeListener('closed', leave);
        });
      last = work.catch(() => undefined);
      return work;
    },
    'print.cancel': ({ task }) => {
      const job = running.get(task);
      if (job) cancel(job);
      return {};
    },
    'print.screen': async () => ({
      pdf: new Uint8Array(await page().webContents.printToPDF({ preferCSSPageSize: true, pageSize: 'A4' })),
    }),
  };
}
