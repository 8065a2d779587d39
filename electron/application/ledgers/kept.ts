import type { LedgerId } from '#shared/domain/ledgers/registry.ts';
import type { Output, Parsed } from '#shared/ipc/contract.ts';
import { DOCUMENT_KEYS } from '../app/documents.ts';
import { writeGuarded } from '../closing/closed-guard.ts';
import type { Workspace } from '../context.ts';
import { writeMeta } from '../write-meta.ts';

/**
 * Says from when a ledger is kept though nothing is in it, so that figures tell "không phát sinh" from "chưa có số
 * liệu" (counting.md, Verdicts); null takes it back.
 */
export async function setKept(
  { ledger, from, reason }: Parsed<'ledgers.setKept'>,
  workspace: Workspace,
): Promise<Output<'ledgers.setKept'>> {
  const { store, clock } = workspace;
  await writeGuarded(workspace, reason, async (tx, guard) => {
    const said = store.documents.get(DOCUMENT_KEYS.ledgersKept);
    const others = Object.entries(isDays(said) ? said : {}).filter(([id]) => id !== ledger);
    const days: readonly (readonly [LedgerId | string, string])[] =
      from === null ? others : [...others, [ledger, from]];
    tx.putDocument(DOCUMENT_KEYS.ledgersKept, Object.fromEntries(days));
    guard?.entry(ledger);
    // A day that is said has no history of its own; a reason is kept as that of a deed.
    if (guard !== null && reason) tx.beginChangeSet(writeMeta(workspace, 'edited', reason));
    return { keep: true, value: null };
  });
  return store.entries.state(ledger, clock.today());
}

function isDays(value: unknown): value is Readonly<Record<string, string>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
