import { create } from 'zustand';
import type { ChosenFile } from '#shared/ipc/contract/common.ts';
import type { ReceiptEntry } from '#shared/ipc/contract/receiver.ts';
import { standingReceipt } from '#shared/receiver/standing-receipt.ts';
import { type CallFault, call, toFault } from '../app/bridge.ts';
import { perPerson } from '../app/person-state.ts';

/**
 * What became of an answer: it now says how its report stands (`new`), it was here before (`again`), another one still
 * stands (`older`), or its report was replaced meanwhile (`superseded`).
 */
export type Taken =
  | {
      readonly kind: 'new' | 'again' | 'older';
      readonly name: string;
      readonly entry: ReceiptEntry;
    }
  | {
      readonly kind: 'superseded';
      readonly name: string;
      readonly entry: ReceiptEntry;
      /** Revision that replaced the one that was answered. */
      readonly last: number;
    }
  | { readonly kind: 'fault'; readonly name: string; readonly fault: CallFault }
  | { readonly kind: 'not-an-answer'; readonly name: string };

/** What became of the answers given last; said until it is closed or others are given. */
export const useTakenReceipts = create<{ readonly taken: readonly Taken[] }>(() => ({ taken: [] }));
perPerson(useTakenReceipts);

/** Takes in answers to reports of this unit, one after the other, and says of each what became of it. */
export async function takeReceipts(files: readonly ChosenFile[]): Promise<readonly Taken[]> {
  const taken: Taken[] = [];
  for (const file of files) taken.push(await takeOne(file));
  if (taken.length > 0) useTakenReceipts.setState({ taken });
  return taken;
}

async function takeOne(file: ChosenFile): Promise<Taken> {
  const { name } = file;
  if (/\.(pdf|zip|eml)$/i.test(name)) return { kind: 'not-an-answer', name };
  try {
    const before = await call('receipts.list', {});
    const entry = await call('receipts.take', { file: file.token });
    const [after, timeline] = await Promise.all([call('receipts.list', {}), call('reports.timeline', {})]);
    const last = timeline.find(({ period }) => period === entry.period)?.report?.revision ?? entry.revision;
    if (before.some((one) => isSame(one, entry))) return { kind: 'again', name, entry };
    if (last > entry.revision) return { kind: 'superseded', name, entry, last };
    const standing = standingReceipt(after.filter(({ sha256 }) => sha256 === entry.sha256));
    return { kind: standing !== null && isSame(standing, entry) ? 'new' : 'older', name, entry };
  } catch (reason) {
    return { kind: 'fault', name, fault: toFault(reason) };
  }
}

/** The same answer, whether or not its signer has been enrolled meanwhile. */
function isSame(one: ReceiptEntry, other: ReceiptEntry): boolean {
  const { trusted: _one, ...a } = one;
  const { trusted: _other, ...b } = other;
  return JSON.stringify(a) === JSON.stringify(b);
}
