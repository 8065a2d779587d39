import type { LedgerId, RecordOfLedger } from '#shared/domain/ledgers/registry.ts';
import type { Workspace } from '../context.ts';
import { followCatalogue } from '../dossiers/issued-documents.ts';
import type { WriteTransaction } from '../ports.ts';
import type { OwnProcedures } from '../settings/own-catalogues.ts';

/**
 * What else a changed entry changes, in the same transaction: the commune's own procedures say of dossiers whether a
 * document is issued. `own`: the own procedures before the deed.
 */
export async function followChange(
  tx: WriteTransaction,
  space: Pick<Workspace, 'store' | 'resourcesDir' | 'actor' | 'clock' | 'language'>,
  ledger: LedgerId,
  id: number,
  own: OwnProcedures,
): Promise<void> {
  if (ledger !== 'procedures') return;
  const known = tx.entry(ledger, id);
  const others = own.filter((entry) => entry.id !== id);
  const after =
    known === null || known.deleted
      ? others
      : [...others, { id, key: known.key, record: known.record as RecordOfLedger<'procedures'> }];
  await followCatalogue(tx, space, own, after);
}
