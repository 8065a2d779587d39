import { AppError } from '#shared/errors.ts';
import type { Output, Parsed } from '#shared/ipc/contract.ts';
import type { Workspace } from '../context.ts';

/**
 * One dossier with its ID numbers, those of its history too. That they were looked at is in the log before they are
 * answered. For whoever has the ability `see-numbers` (app/channel-rights.ts). Throws `AppError` RECORD_UNKNOWN.
 */
export async function unmaskDossier(
  { id }: Parsed<'dossiers.unmask'>,
  { store, clock }: Workspace,
): Promise<Output<'dossiers.unmask'>> {
  if (store.dossiers.get(id, clock.today()) === null) throw new AppError('RECORD_UNKNOWN', { id });
  await store.write((tx) => tx.tell({ kind: 'unmasked', subject: { id, ledger: 'dossiers' } }));
  const dossier = store.dossiers.get(id, clock.today());
  if (dossier === null) throw new AppError('RECORD_UNKNOWN', { id });
  return { dossier, history: store.dossiers.history(id) };
}
