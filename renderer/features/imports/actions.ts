import type { ChosenFile } from '#shared/ipc/contract/common.ts';
import type { ImportKind, ImportOptions } from '#shared/ipc/contract/imports.ts';
import { type CallFault, call, dropped, onNotice, toFault } from '../../app/bridge.ts';
import { callWithReason } from '../../app/closed-reason.ts';
import { longWork } from '../../app/long-work.ts';
import { goToDossiers, goToLedger } from '../../app/navigation.ts';
import { newTask } from '../../app/new-task.ts';
import { setForOwner } from '../../app/person-state.ts';
import { type Look, look, lookAsBestKind } from './look.ts';
import { lookAtFiles } from './queue/actions.ts';
import { leaveQueue, noteImported, useImportQueue } from './queue/store.ts';
import { type Busy, type ImportView, resetImport, useImportView } from './store.ts';

// The steps of an import. Every one works on the store and returns when its call has been answered.

/** `shown`: what the answer changes on the screen of whoever asked, also where they locked it meanwhile. */
async function during<T>(
  busy: Busy,
  act: (task: string) => Promise<T>,
  shown: (value: T) => Partial<ImportView> = () => ({}),
): Promise<T | null> {
  const task = newTask('import');
  const mine = (view: ImportView) => view.task === task;
  const over = { busy: null, task: null, progress: null, cancelling: false };
  useImportView.setState({ busy, task, progress: null, cancelling: false, fault: null, word: null });
  try {
    const value = await act(task);
    setForOwner(useImportView, mine, { ...shown(value), ...over });
    return value;
  } catch (reason) {
    const fault = toFault(reason);
    const said: Partial<ImportView> =
      fault.code === 'CANCELLED' ? { word: { key: 'cancelled', name: '' } } : { fault };
    setForOwner(useImportView, mine, { ...said, ...over });
    return null;
  }
}

/** Follows the progress of the task under way; returns what ends the following. */
export function followProgress(): () => void {
  return onNotice((notice) => {
    if (notice.kind === 'progress' && notice.task === useImportView.getState().task) {
      useImportView.setState({ progress: { phase: notice.phase, done: notice.done, total: notice.total } });
    }
  });
}

/** Asks for files and looks into them. */
export async function pickFile(): Promise<void> {
  if (isBusy()) return;
  try {
    await takeFiles(await call('files.pickSpreadsheets', {}));
  } catch (reason) {
    useImportView.setState({ fault: toFault(reason) });
  }
}

/** Takes the files dropped. */
export async function takeDropped(files: readonly File[]): Promise<void> {
  if (isBusy()) return;
  try {
    const taken: ChosenFile[] = [];
    for (const each of files) {
      const file = await dropped(each);
      if (file) taken.push(file);
      else useImportView.setState({ word: { key: 'drop.noPath', name: each.name } });
    }
    await takeFiles(taken);
  } catch (reason) {
    useImportView.setState({ fault: toFault(reason) });
  }
}

function isBusy(): boolean {
  return useImportView.getState().busy !== null || useImportQueue.getState().run !== null;
}

/** One file is looked into column by column, several stand in a queue. */
async function takeFiles(files: readonly ChosenFile[]): Promise<void> {
  const [first] = files;
  if (!first) return;
  if (files.length === 1) {
    leaveQueue();
    await takeFile(first);
    return;
  }
  const { wanted, word } = useImportView.getState();
  resetImport();
  useImportView.setState({ wanted, word });
  await lookAtFiles(files, wanted);
}

/** Looks into a file: its kind where nobody asked for one, sheet, header row, mapping. */
export async function takeFile(file: ChosenFile): Promise<void> {
  const { wanted } = useImportView.getState();
  resetImport();
  useImportView.setState({ file, wanted });
  const options: ImportOptions = wanted === null ? {} : { kind: wanted };
  await during('inspecting', () => lookAsBestKind(file.token, options), columnsOf);
}

/** Looks again, read another way (sheet, header row, encoding, separator). */
export async function inspect(options: ImportOptions): Promise<void> {
  const { file } = useImportView.getState();
  if (!file) return;
  await during('inspecting', () => look(file.token, options), columnsOf);
}

function columnsOf(found: Look): Partial<ImportView> {
  return { step: 'mapping', ...found, preview: null, result: null };
}

/** Reads the file as a list of another kind; what was corrected for the one before does not hold for it. */
export async function inspectAs(kind: ImportKind): Promise<void> {
  const { encoding, delimiter } = useImportView.getState().options;
  useImportView.setState({ wanted: kind });
  await inspect({ kind, ...(encoding && { encoding }), ...(delimiter && { delimiter }) });
}

/** Takes a mapping corrected by hand. */
export function setColumns(columns: Readonly<Record<string, number>>): void {
  useImportView.setState(({ options }) => ({
    options: { ...options, columns: { ...columns } },
    preview: null,
  }));
}

/** Forgets the corrections of the mapping. */
export function forgetColumns(): void {
  const { columns: _columns, ...options } = useImportView.getState().options;
  useImportView.setState({ options, preview: null });
}

/** Reads the whole file and shows what an import would do; nothing is written. */
export async function showPreview(changes: ImportOptions = {}): Promise<void> {
  const { file, options: before } = useImportView.getState();
  if (!file) return;
  const options = { ...before, ...changes };
  await during(
    'previewing',
    (task) => call('imports.preview', { file: file.token, options, task }),
    (found) => ({ step: 'preview', options, preview: found }),
  );
}

/** Writes what the preview showed, in one go. */
export async function commit(): Promise<void> {
  const { file, options, preview, busy } = useImportView.getState();
  if (!file || !preview || busy || preview.result.added + preview.result.updated === 0) return;
  const done = await during(
    'committing',
    (task) =>
      callWithReason('imports.commit', { file: file.token, options, task, sha256: preview.result.sha256 }),
    (result) => ({ step: 'done', result }),
  );
  if (done) noteImported(file.token, done);
}

/** Stops what is under way; the program then answers CANCELLED, with everything as it was. */
export async function cancelTask(): Promise<void> {
  const { task } = useImportView.getState();
  if (!task) return;
  useImportView.setState({ cancelling: true });
  await call('tasks.cancel', { task }).catch(() => undefined);
}

/** Goes back to the columns. */
export function backToMapping(): void {
  useImportView.setState({ step: 'mapping', fault: null });
}

/** Writes the bad rows as a workbook with their reasons; null when no place was chosen. */
export async function saveBadRows(proposedName: string): Promise<{ rows: number; name: string } | null> {
  const { file, options } = useImportView.getState();
  if (!file) return null;
  const saved = await during('saving', async () => {
    const target = await call('files.saveAs', { proposedName, kind: 'xlsx' });
    return target && call('imports.saveBadRows', { file: file.token, options, target: target.token });
  });
  return saved && { rows: saved.rows, name: saved.saved.name };
}

/** Shows what an import wrote, on the screen of its ledger. */
export function seeImport(kind: ImportKind, importId: number): void {
  if (kind === 'dossiers') goToDossiers({ filter: { importId } });
  else goToLedger(kind, { filter: { importId } });
}

/** Takes an import back; returns the fault when that is not possible. `label`: the deed in words. */
export async function undoImport(importId: number, label: string): Promise<CallFault | null> {
  try {
    await callWithReason('imports.undo', { importId }, (input) =>
      longWork(label, (task) => call('imports.undo', { ...input, task })),
    );
    if (useImportView.getState().result?.importId === importId) resetImport();
    return null;
  } catch (reason) {
    return toFault(reason);
  }
}
