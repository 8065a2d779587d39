import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { AppError, type ErrorCode } from '#shared/errors.ts';
import { type LibraryRequest, type LibrarySheet, type SentCell, takenRow } from './library-cells.ts';
import { readZipEntries } from './zip.ts';

/** What comes back, in this order: each sheet and its rows, then the end; or a fault. */
export type LibraryAnswer =
  | { readonly kind: 'sheet'; readonly name: string; readonly hidden: boolean }
  | { readonly kind: 'rows'; readonly rows: readonly (readonly SentCell[])[] }
  | { readonly kind: 'end' }
  | { readonly kind: 'fault'; readonly code: ErrorCode }
  | { readonly kind: 'damaged'; readonly message: string };

const MB = 1024 * 1024;
/** Seconds of work: loading the library on a slow PC, and per megabyte of unpacked content. */
const SECONDS = 20;
const SECONDS_PER_MB = 4;
/** Heap in MB: the same, with a limit that leaves an office PC alive. */
const HEAP = 256;
const HEAP_PER_MB = 32;
const MOST_HEAP = 1536;
const TURN = 250;

/**
 * Lets a library read a file in a thread of its own, with bounds on time and memory that follow from the size of the
 * content: the libraries know neither, and a file made for it keeps them busy for hours or fills the memory. Throws
 * `AppError` (what the reader says, FILE_TOO_LARGE beyond a bound) and `Error` for what the library stumbles over.
 */
export function readInThread(request: LibraryRequest): Promise<LibrarySheet[]> {
  const size = contentSize(request) / MB;
  const heap = Math.round(Math.min(MOST_HEAP, HEAP + HEAP_PER_MB * size));
  const seconds = SECONDS + SECONDS_PER_MB * size;
  const worker = new Worker(workerFile(), {
    workerData: request,
    resourceLimits: { maxOldGenerationSizeMb: heap, maxYoungGenerationSizeMb: 32 },
    stdout: true,
    stderr: true,
  });
  return new Promise((resolve, reject) => {
    const sheets: { name: string; hidden: boolean; rows: ReturnType<typeof takenRow>[] }[] = [];
    const started = Date.now();
    const end = (settle: () => void): void => {
      clearInterval(watch);
      void worker.terminate();
      settle();
    };
    const watch = setInterval(() => {
      if ((Date.now() - started) / 1000 > seconds) end(() => reject(new AppError('FILE_TOO_LARGE')));
    }, TURN);
    worker.on('message', (answer: LibraryAnswer) => {
      if (answer.kind === 'sheet') sheets.push({ name: answer.name, hidden: answer.hidden, rows: [] });
      else if (answer.kind === 'rows') for (const row of answer.rows) sheets.at(-1)?.rows.push(takenRow(row));
      else if (answer.kind === 'end') end(() => resolve(sheets));
      else if (answer.kind === 'fault') end(() => reject(new AppError(answer.code)));
      else end(() => reject(new Error(answer.message)));
    });
    worker.on('error', (cause: NodeJS.ErrnoException) => {
      const full = cause.code === 'ERR_WORKER_OUT_OF_MEMORY';
      end(() => reject(full ? new AppError('FILE_TOO_LARGE', {}, { cause }) : cause));
    });
    worker.on('exit', () => end(() => reject(new Error('the reading thread has ended'))));
  });
}

/** What the library will have before it: the content of an archive, else the bytes. */
function contentSize(request: LibraryRequest): number {
  if (request.by === 'html') return request.html.length;
  const bytes = Buffer.from(request.bytes.buffer, request.bytes.byteOffset, request.bytes.byteLength);
  if (bytes.toString('latin1', 0, 2) !== 'PK') return bytes.length;
  return readZipEntries(bytes).reduce((sum, { size }) => sum + size, 0);
}

/** The source itself, or in the built program the file beside the other entries (electron.vite.config.ts). */
function workerFile(): string {
  const here = fileURLToPath(import.meta.url);
  if (here.endsWith('.ts')) return join(dirname(here), 'library-worker.ts');
  const folder = dirname(here);
  return join(basename(folder) === 'chunks' ? dirname(folder) : folder, 'lists.cjs');
}
