import { create } from 'zustand';
import type { ChosenFile } from '#shared/ipc/contract/common.ts';
import type { VerifyResult } from '#shared/ipc/contract/reports.ts';
import { isReceiptName } from '#shared/receiver/receipt.ts';
import { type CallFault, call, droppedAny, toFault } from '../../app/bridge.ts';
import { longWork } from '../../app/long-work.ts';
import { perPerson } from '../../app/person-state.ts';
import { words } from '../../app/words.ts';
import { takeReceipts } from '../../receipts/index.ts';
import { showPart } from './consolidation/part.ts';
import { addSources } from './consolidation/store.ts';

/** A file that was given to be checked; `result` null while it is. */
export interface CheckedFile {
  readonly file: ChosenFile;
  readonly result: VerifyResult | null;
}

interface VerifyView {
  readonly files: readonly CheckedFile[];
  readonly selected: number;
  /** Number of files under check; 0 when none is. */
  readonly checking: number;
  readonly fault: CallFault | null;
  /** Something was dropped that is no file of the disk. */
  readonly noPath: boolean;
}

/** View state of the screen Kiểm tra tệp. */
export const useVerifyView = create<VerifyView>()(() => ({
  files: [],
  selected: 0,
  checking: 0,
  fault: null,
  noPath: false,
}));
perPerson(useVerifyView);

/** Checks files and puts them first in the list; one given again takes the place of its older verdict. */
export async function checkFiles(given: readonly ChosenFile[]): Promise<void> {
  // An answer belongs to Báo cáo; given here it is taken in all the same, and the notice leads there.
  const answers = given.filter(({ name }) => isReceiptName(name));
  const chosen = given.filter(({ name }) => !isReceiptName(name));
  if (answers.length > 0) await takeReceipts(answers);
  if (chosen.length === 0) return;
  const tokens = new Set(chosen.map((file) => file.token));
  const before = new Map(useVerifyView.getState().files.map(({ file, result }) => [file.token, result]));
  useVerifyView.setState((view) => ({
    files: [
      ...chosen.map((file) => ({ file, result: null })),
      ...view.files.filter((one) => !tokens.has(one.file.token)),
    ],
    selected: 0,
    checking: chosen.length,
    fault: null,
    noPath: false,
  }));
  try {
    const results = await longWork(words.t('verifyScreen:working'), (task) =>
      call('verify.files', { files: chosen.map((file) => file.token), task }),
    );
    const byToken = new Map(chosen.map((file, at) => [file.token, results[at] ?? null]));
    useVerifyView.setState((view) => ({
      files: view.files.map((one) =>
        byToken.has(one.file.token) ? { ...one, result: byToken.get(one.file.token) ?? null } : one,
      ),
    }));
  } catch (reason) {
    const fault = toFault(reason);
    // What was known of a file before is known still.
    useVerifyView.setState((view) => ({
      fault: fault.code === 'CANCELLED' ? null : fault,
      files: view.files
        .map(({ file, result }) => ({ file, result: result ?? before.get(file.token) ?? null }))
        .filter(({ result }) => result !== null),
    }));
  } finally {
    useVerifyView.setState({ checking: 0 });
  }
}

/** Asks for files and checks them. */
export async function pickReports(): Promise<void> {
  try {
    await checkFiles(await call('files.pickReports', {}));
  } catch (reason) {
    useVerifyView.setState({ fault: toFault(reason) });
  }
}

/** Checks what was dropped; a folder is a matter for the table of all of them. */
export async function checkDropped(files: readonly File[]): Promise<void> {
  const chosen = await Promise.all(files.map((file) => droppedAny(file).catch(() => null)));
  const known = chosen.filter((file) => file !== null);
  if (known.some(({ folder }) => folder)) {
    addSources(known);
    showPart('gather');
    return;
  }
  await checkFiles(known);
  if (known.length < files.length) useVerifyView.setState({ noPath: true });
}

/** Checks every file of the list again (a signer is trusted now). */
export async function checkAgain(): Promise<void> {
  const { files, selected } = useVerifyView.getState();
  await checkFiles(files.map((one) => one.file));
  useVerifyView.setState({ selected });
}

/** Looks at another file. */
export function selectFile(selected: number): void {
  useVerifyView.setState((view) => ({
    selected: Math.min(Math.max(0, selected), Math.max(0, view.files.length - 1)),
  }));
}

/** Takes a file off the list; the file itself is left alone. */
export function removeFile(at: number): void {
  useVerifyView.setState((view) => {
    const files = view.files.filter((_, place) => place !== at);
    return { files, selected: Math.min(view.selected, Math.max(0, files.length - 1)) };
  });
}

/** Empties the list. */
export function clearFiles(): void {
  useVerifyView.setState({ files: [], selected: 0, fault: null, noPath: false });
}
