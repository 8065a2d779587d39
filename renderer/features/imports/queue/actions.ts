import { compareFileNames } from '#shared/domain/vietnamese-order.ts';
import type { ChosenFile } from '#shared/ipc/contract/common.ts';
import type { ImportKind, ImportOptions } from '#shared/ipc/contract/imports.ts';
import { call, toFault } from '../../../app/bridge.ts';
import { callWithReason } from '../../../app/closed-reason.ts';
import { newTask } from '../../../app/new-task.ts';
import { setForOwner } from '../../../app/person-state.ts';
import { lookAsBestKind } from '../look.ts';
import { kindOf } from '../store.ts';
import { importOrder, stateAfterPreview, wantsEyes } from './judge.ts';
import { type QueuedFile, useImportQueue } from './store.ts';

// Several files, one after another: first all are looked at and nothing is written, then those that are ready are
// imported, each in a transaction of its own. A file that fails does not stop the others.

/** Takes several files and looks at each; `wanted`: what somebody said they are, null where each says it itself. */
export async function lookAtFiles(files: readonly ChosenFile[], wanted: ImportKind | null): Promise<void> {
  if (useImportQueue.getState().run !== null) return;
  const options: ImportOptions = wanted === null ? {} : { kind: wanted };
  const items = [...files]
    .sort((a, b) => compareFileNames(a.name, b.name))
    .map(
      (file): QueuedFile => ({
        file,
        state: 'waiting',
        kind: kindOf(options),
        options,
        result: null,
        fault: null,
      }),
    );
  useImportQueue.setState({ items });
  await eachInTurn(
    items.map((_item, place) => place),
    'looking',
    lookAt,
  );
}

/** Looks at those that a stopped run has left. */
export async function lookAtRest(): Promise<void> {
  const places = useImportQueue
    .getState()
    .items.flatMap(({ state }, place) => (state === 'waiting' ? [place] : []));
  await eachInTurn(places, 'looking', lookAt);
}

/** Imports every file that is ready. */
export async function importReady(): Promise<void> {
  await eachInTurn(importOrder(useImportQueue.getState().items), 'importing', async (item, task) => {
    if (item.result === null) return {};
    const { sha256 } = item.result;
    const result = await callWithReason('imports.commit', {
      file: item.file.token,
      options: item.options,
      task,
      sha256,
    });
    return { state: 'imported', result };
  });
}

/** Stops after what is under way is taken back; what was imported before stays. */
export async function stopQueue(): Promise<void> {
  const { run } = useImportQueue.getState();
  if (run === null) return;
  useImportQueue.setState({ stopping: true });
  await call('tasks.cancel', { task: run }).catch(() => undefined);
}

async function lookAt(item: QueuedFile, task: string): Promise<Partial<QueuedFile>> {
  const file = item.file.token;
  const { options, inspection } = await lookAsBestKind(file, item.options);
  const known = { options, kind: kindOf(options) };
  if (wantsEyes(inspection)) return { ...known, state: 'columns' };
  const { result } = await call('imports.preview', { file, options, task });
  return { ...known, result, state: stateAfterPreview(result) };
}

/** Works on the files of some places in turn, on the state of whoever began it, also behind a locked screen. */
async function eachInTurn(
  places: readonly number[],
  during: 'looking' | 'importing',
  act: (item: QueuedFile, task: string) => Promise<Partial<QueuedFile>>,
): Promise<void> {
  if (useImportQueue.getState().run !== null || places.length === 0) return;
  const run = newTask('queue');
  let { items } = useImportQueue.getState();
  let stopped = false;
  const show = (place: number, change: Partial<QueuedFile>) => {
    items = items.map((item, at) => (at === place ? { ...item, ...change } : item));
    setForOwner(useImportQueue, (queue) => queue.run === run, { items });
  };
  useImportQueue.setState({ run, stopping: false });
  for (const place of places) {
    const item = items[place];
    if (item === undefined || stopped) continue;
    show(place, { state: during, fault: null });
    try {
      show(place, await act(item, run));
    } catch (reason) {
      const fault = toFault(reason);
      stopped = fault.code === 'CANCELLED';
      show(place, stopped ? { state: item.state } : { state: 'failed', fault });
    }
    stopped ||= useImportQueue.getState().stopping;
  }
  setForOwner(useImportQueue, (queue) => queue.run === run, { run: null, stopping: false });
}
