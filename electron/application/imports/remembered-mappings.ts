import { z } from 'zod';
import type { ReadOptions } from '#shared/import/options.ts';
import type { RememberedMapping } from '#shared/import/types.ts';
import type { ImportKind, ImportOptions } from '#shared/ipc/contract/imports.ts';
import type { Store, WriteTransaction } from '../ports.ts';

/** Where the mappings of a kind are kept; those of dossiers were the first and have the bare name. */
function keyOf(kind: ImportKind): string {
  return kind === 'dossiers' ? 'imports.mappings' : `imports.mappings.${kind}`;
}
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
  return { ...options, remembered: readMappings(store, options.kind ?? 'dossiers') };
}

/** Keeps a mapping corrected by hand, in place of an older one for the same headings. */
export function keepMapping(
  tx: WriteTransaction,
  store: Store,
  kind: ImportKind,
  mapping: RememberedMapping,
): void {
  const others = readMappings(store, kind).filter(
    ({ headings }) => headings.join('\n') !== mapping.headings.join('\n'),
  );
  tx.putDocument(keyOf(kind), [mapping, ...others].slice(0, MOST));
}

function readMappings(store: Store, kind: ImportKind): RememberedMapping[] {
  return remembered.parse(store.documents.get(keyOf(kind)) ?? []);
}
