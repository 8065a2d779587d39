import type { LedgerId } from '#shared/domain/ledgers/registry.ts';
import { goToDossiers, goToLedger } from './navigation.ts';

/** Opens a record behind a figure or on a list of what is due, on its own screen. `ledger` null: a dossier. */
export function openRecord({ ledger, id }: { readonly ledger: LedgerId | null; readonly id: number }): void {
  if (ledger === null) goToDossiers({ dossierId: id, filter: {} });
  else goToLedger(ledger, { entryId: id });
}
