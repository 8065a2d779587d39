import { create } from 'zustand';
import { type CallFault, call, dropped, toFault } from '../../app/bridge.ts';
import { choosePeriod } from '../../app/navigation.ts';
import { perPerson } from '../../app/person-state.ts';
import { takeReceipts } from '../../receipts/index.ts';

interface ReportsView {
  /** Period whose signed report is to be replaced: its draft is shown again. */
  readonly amending: string | null;
  /** Name and fingerprint of what was exported last, by report. */
  readonly exported: Readonly<Record<number, string>>;
  /** Why the dialog for an answer could not be shown. */
  readonly answerFault: CallFault | null;
  /** Something was dropped that is no file of the disk. */
  readonly noPath: boolean;
  amend(period: string | null): void;
  wasExported(id: number, name: string): void;
}

/** View state of the screen Báo cáo. A passphrase is never part of it. */
export const useReportsView = create<ReportsView>()((set) => ({
  amending: null,
  exported: {},
  answerFault: null,
  noPath: false,
  amend: (amending) => set({ amending }),
  wasExported: (id, name) => set((view) => ({ exported: { ...view.exported, [id]: name } })),
}));
perPerson(useReportsView);

/** Asks for the file of an answer and takes it in. */
export async function pickAnswer(): Promise<void> {
  useReportsView.setState({ answerFault: null, noPath: false });
  try {
    const file = await call('files.pickReceipt', {});
    if (file) await take([file]);
  } catch (reason) {
    useReportsView.setState({ answerFault: toFault(reason) });
  }
}

/** Takes in the answers that were dropped. */
export async function takeDropped(files: readonly File[]): Promise<void> {
  const chosen = await Promise.all(files.map((file) => dropped(file).catch(() => null)));
  const known = chosen.filter((file) => file !== null);
  useReportsView.setState({ answerFault: null, noPath: known.length < files.length });
  await take(known);
}

/** Takes answers in and shows the report that the last of them is about. */
async function take(files: Parameters<typeof takeReceipts>[0]): Promise<void> {
  const taken = await takeReceipts(files);
  const last = taken.findLast((one) => 'entry' in one);
  if (last && 'entry' in last) choosePeriod(last.entry.period);
}
