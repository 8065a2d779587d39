import { create } from 'zustand';
import type { ChosenFile } from '#shared/ipc/contract/common.ts';
import type { ImportKind, ImportOptions, ImportResult } from '#shared/ipc/contract/imports.ts';
import type { CallFault } from '../../../app/bridge.ts';
import { perPerson } from '../../../app/person-state.ts';

/**
 * How it stands with a file of several. `columns`: somebody has to look at its columns first; `bad`: none of its rows can be
 * taken; `same`: nothing in it is new; `failed`: it could not be read or written, and nothing of it was.
 */
export type QueueState =
  | 'waiting'
  | 'looking'
  | 'ready'
  | 'columns'
  | 'bad'
  | 'same'
  | 'importing'
  | 'imported'
  | 'failed';

export interface QueuedFile {
  readonly file: ChosenFile;
  readonly state: QueueState;
  readonly kind: ImportKind;
  readonly options: ImportOptions;
  /** What the preview says, and once it is imported what was written. */
  readonly result: ImportResult | null;
  readonly fault: CallFault | null;
}

export interface ImportQueue {
  readonly items: readonly QueuedFile[];
  /** The run under way; null when it rests. Also the name under which it can be stopped. */
  readonly run: string | null;
  readonly stopping: boolean;
}

const EMPTY: ImportQueue = { items: [], run: null, stopping: false };

/** Several files chosen at once; it rests while one of them is looked at by hand. */
export const useImportQueue = create<ImportQueue>()(() => EMPTY);
perPerson(useImportQueue);

/** Forgets the files; what was imported stays in the book. */
export function leaveQueue(): void {
  if (useImportQueue.getState().run === null) useImportQueue.setState(EMPTY);
}

/** A file of the queue was imported by hand. */
export function noteImported(token: string, result: ImportResult): void {
  useImportQueue.setState(({ items }) => ({
    items: items.map((item) =>
      item.file.token === token
        ? { ...item, state: 'imported', kind: result.kind, result, fault: null }
        : item,
    ),
  }));
}
