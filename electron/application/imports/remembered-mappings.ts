import { z } from 'zod';
import type { ReadOptions } from '#shared/import/options.ts';
import type { RememberedMapping } from '#shared/import/types.ts';
import type { ImportOptions } from '#shared/ipc/contract/imports.ts';
import type { Store, WriteTransaction } from '../ports.ts';

const KEY = 'imports.mappings';
/** Lists of more kinds than this an office hardly gets; the oldest is forgotten. */
const MOST = 30;

const remembered = z.array(
  z.object({ headings: z.array(z.string()), fields: z.record(z.string(), z.string()) }),
);

/** The options of a call with the mappings corrected for earlier lists, newest first. */
export function withRemembered<O extends ImportOptions>(
  options: O,
  store: Store,
): O & Pick<ReadOptions, 'remembered'> {
  return { ...options, remembered: readMappings(store) };
}

/** Keeps a mapping corrected by hand, in place of an older one for the same headings. */
export function keepMapping(tx: WriteTransaction, store: Store, mapping: RememberedMapping): void {
  const others = readMappings(store).filter(
    ({ headings }) => headings.join('\n') !== mapping.headings.join('\n'),
  );
  tx.putDocument(KEY, [mapping, ...others].slice(0, MOST));
}

function readMappings(store: Store): RememberedMapping[] {
  return remembered.parse(store.documents.get(KEY) ?? []);
}
