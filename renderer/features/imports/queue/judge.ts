import type { ImportResult, Inspection } from '#shared/ipc/contract/imports.ts';
import { IMPORT_KINDS } from '#shared/ipc/contract/imports.ts';
import { sureness } from '../model/mapping.ts';
import type { QueuedFile, QueueState } from './store.ts';

/** Whether somebody has to look at the columns before the list can be read: one is missing, or only guessed at. */
export function wantsEyes({ headerRow, missingFields, columns }: Inspection): boolean {
  return (
    headerRow === 0 ||
    missingFields.length > 0 ||
    columns.some(({ field, confidence }) => field !== null && sureness(confidence) === 'unsure')
  );
}

/**
 * What the preview of a list leads to. A row that refers to what is not in the book yet may be good once the files before it
 * are imported, so such a list is ready.
 */
export function stateAfterPreview({ added, updated, bad, badRows }: ImportResult): QueueState {
  if (added + updated > 0 || badRows.some(({ code }) => code === 'REF_UNKNOWN')) return 'ready';
  return bad > 0 ? 'bad' : 'same';
}

/** Places of the files that are ready, in the order in which they are imported: what others refer to comes first. */
export function importOrder(items: readonly QueuedFile[]): readonly number[] {
  return items
    .map(({ state, kind }, place) => ({ state, place, rank: IMPORT_KINDS.indexOf(kind) }))
    .filter(({ state }) => state === 'ready')
    .sort((a, b) => a.rank - b.rank || a.place - b.place)
    .map(({ place }) => place);
}
