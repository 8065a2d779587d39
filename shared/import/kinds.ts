import { isLedgerId, LEDGER_IDS, type LedgerId } from '../domain/ledgers/registry.ts';
import type { ImportKind } from '../ipc/contract/imports.ts';
import { DOSSIER_KIND } from './dossier-kind.ts';
import { ledgerKind } from './ledger-kind.ts';
import type { RecordKind } from './record-kind.ts';

/** A kind of list whose records are not looked at: for finding headers, mapping columns, writing bad rows. */
// biome-ignore lint/suspicious/noExplicitAny: records of any shape; whoever looks into them has the kind itself.
export type AnyKind = RecordKind<any>;

const ledgers = new Map<LedgerId, AnyKind>();

/** The kind of lists with an id. */
export function recordKind(id: ImportKind): AnyKind {
  if (!isLedgerId(id)) return DOSSIER_KIND;
  let kind = ledgers.get(id);
  if (kind === undefined) {
    kind = ledgerKind(id);
    ledgers.set(id, kind);
  }
  return kind;
}

/** Every kind, the dossiers first. */
export function allKinds(): readonly AnyKind[] {
  return [DOSSIER_KIND, ...LEDGER_IDS.map(recordKind)];
}
