// The thread in which a library reads a file (library-thread.ts). It is ended when it takes too long or too much.
import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '#shared/errors.ts';
import { type LibraryRequest, sentRow } from './library-cells.ts';
import { readByLibrary } from './library-readers.ts';
import type { LibraryAnswer } from './library-thread.ts';

const ROWS_PER_ANSWER = 2000;

const answer = (message: LibraryAnswer): void => parentPort?.postMessage(message);

readByLibrary(workerData as LibraryRequest)
  .then((sheets) => {
    for (const { name, hidden, rows } of sheets) {
      answer({ kind: 'sheet', name, hidden });
      for (let at = 0; at < rows.length; at += ROWS_PER_ANSWER)
        answer({ kind: 'rows', rows: rows.slice(at, at + ROWS_PER_ANSWER).map(sentRow) });
    }
    answer({ kind: 'end' });
  })
  .catch((error: unknown) => {
    if (error instanceof AppError) answer({ kind: 'fault', code: error.code });
    else answer({ kind: 'damaged', message: error instanceof Error ? error.message.slice(0, 500) : '' });
  });
