import type { LedgerId } from '#shared/domain/ledgers/registry.ts';
import type { Output, Parsed } from '#shared/ipc/contract.ts';
import { DOCUMENT_KEYS } from '../app/documents.ts';
import type { Workspace } from '../context.ts';

/**
 * Says from when a ledger is kept though nothing is in it, so that figures tell "không phát sinh" from "chưa có số
 * liệu" (counting.md, Verdicts); null takes it back.
 */
export async function setKept(
  { ledger, from }: Parsed<'ledgers.setKept'>,
  { store, clock }: Workspace,
): Promise<Output<'ledgers.setKept'>> {
  await store.write((tx) => {
    const said = store.documents.get(DOCUMENT_KEYS.ledgersKept);
    const others = Object.entries(isDays(said) ? said : {}).filter(([id]) => id !== ledger);
    const days: readonly (readonly [LedgerId | string, string])[] =
      from === null ? others : [...others, [ledger, from]];
    tx.putDocument(DOCUMENT_KEYS.ledgersKept, Object.fromEntries(days));
  });
  return store.entries.state(ledger, clock.today());
}

function isDays(value: unknown): value is Readonly<Record<string, string>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
