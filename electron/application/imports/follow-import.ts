import type { LedgerEntry, RecordOfLedger } from '#shared/domain/ledgers/registry.ts';
import type { ImportKind } from '#shared/ipc/contract/imports.ts';
import type { Workspace } from '../context.ts';
import { followCatalogue } from '../dossiers/issued-documents.ts';
import type { WriteTransaction } from '../ports.ts';
import type { OwnProcedures } from '../settings/own-catalogues.ts';

/**
 * What else an import changes, in the same transaction: the commune's own procedures say of dossiers whether a document
 * is issued. `own`: the own procedures before; `written`: ids of entries that were added, changed or taken back.
 */
export async function followImport(
  tx: WriteTransaction,
  space: Pick<Workspace, 'store' | 'resourcesDir' | 'actor' | 'clock' | 'language'>,
  kind: ImportKind,
  own: OwnProcedures,
  written: Iterable<number>,
): Promise<void> {
  if (kind !== 'procedures') return;
  const ids = new Set([...own.map(({ id }) => id), ...written]);
  const after = [...ids].flatMap((id): LedgerEntry<RecordOfLedger<'procedures'>>[] => {
    const known = tx.entry('procedures', id);
    if (known === null || known.deleted) return [];
    return [{ id, key: known.key, record: known.record as RecordOfLedger<'procedures'> }];
  });
  await followCatalogue(tx, space, own, after);
}
