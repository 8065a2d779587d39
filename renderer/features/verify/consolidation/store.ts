import { create } from 'zustand';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { ChosenFile } from '#shared/ipc/contract/common.ts';
import type { ReceiverTable } from '#shared/ipc/contract/receiver.ts';
import type { Input } from '#shared/ipc/contract.ts';
import { type CallFault, call, onNotice, toFault } from '../../../app/bridge.ts';
import { newTask } from '../../../app/new-task.ts';
import { perPerson } from '../../../app/person-state.ts';
import { useSession } from '../../../app/session.ts';
import type { UnitFlag } from './model/flags.ts';
import type { UnitOrder } from './model/sort.ts';

export const TABLE_VIEWS = ['units', 'objectives', 'flow', 'files', 'written'] as const;
export type TableView = (typeof TABLE_VIEWS)[number];

/** A check under way. */
interface Running {
  readonly task: string;
  readonly done: number;
  readonly total: number | null;
  readonly cancelling: boolean;
}

interface GatheringView {
  /** Folders, files and zips that were given, in that order. */
  readonly sources: readonly ChosenFile[];
  /** Due day typed by a person, good for that period alone; null: by the setting. */
  readonly due: { readonly period: string; readonly day: LocalDate } | null;
  readonly received: LocalDate | null;
  readonly pages: 'all' | 'none';
  /** Null before the first check and after one that was stopped. */
  readonly table: ReceiverTable | null;
  readonly running: Running | null;
  readonly fault: CallFault | null;
  readonly noPath: boolean;
  /** For what the table was asked last; a check of the same is not repeated. */
  readonly asked: string | null;
  readonly view: TableView;
  readonly flag: UnitFlag | null;
  readonly order: UnitOrder;
}

const NOTHING: GatheringView = {
  sources: [],
  due: null,
  received: null,
  pages: 'none',
  table: null,
  running: null,
  fault: null,
  noPath: false,
  asked: null,
  view: 'units',
  flag: null,
  order: { by: 'code', down: false },
};

/** What was gathered, kept while the person goes through the screens. */
export const useGathering = create<GatheringView>()(() => NOTHING);
perPerson(useGathering);

/** What a check, an export or a signature is asked with. */
export type GatheringInput = Input<'receiver.check'>;

/** The input of a check of the sources now, for a period. */
export function gatheringInput(period: string, task: string): GatheringInput {
  const { sources, due, received, pages } = useGathering.getState();
  return {
    files: sources.map(({ token }) => token),
    period,
    due: due?.period === period ? due.day : null,
    received,
    pages,
    task,
  };
}

/** Checks unless just this was asked already; a check under way for something else is given up. */
export async function check(period: string, again = false): Promise<void> {
  const { sources, running, asked } = useGathering.getState();
  const task = newTask('gather');
  const input = gatheringInput(period, task);
  const key = JSON.stringify({ ...input, task: '' });
  if (sources.length === 0 || (!again && asked === key)) return;
  if (running) void call('tasks.cancel', { task: running.task }).catch(() => undefined);
  useGathering.setState({
    asked: key,
    fault: null,
    running: { task, done: 0, total: null, cancelling: false },
  });
  const stop = onNotice((notice) => {
    if (notice.kind === 'progress' && notice.task === task && isLatest(task))
      useGathering.setState(({ running: now }) => ({
        running: now && { ...now, done: notice.done, total: notice.total },
      }));
  });
  try {
    const table = await call('receiver.check', input);
    if (isLatest(task)) useGathering.setState({ table, running: null });
  } catch (reason) {
    if (!isLatest(task)) return;
    const fault = toFault(reason);
    useGathering.setState({ table: null, running: null, fault: fault.code === 'CANCELLED' ? null : fault });
  } finally {
    stop();
  }
}

function isLatest(task: string): boolean {
  return useGathering.getState().running?.task === task;
}

/** Stops the check under way. */
export function cancelCheck(): void {
  const { running } = useGathering.getState();
  if (!running) return;
  useGathering.setState({ running: { ...running, cancelling: true } });
  void call('tasks.cancel', { task: running.task }).catch(() => undefined);
}

/** Adds folders and files; one given again takes its former place. */
export function addSources(chosen: readonly ChosenFile[]): void {
  if (chosen.length === 0) return;
  useGathering.setState(({ sources }) => {
    const tokens = new Set(sources.map(({ token }) => token));
    return {
      sources: [...sources, ...chosen.filter(({ token }) => !tokens.has(token))],
      fault: null,
      noPath: false,
    };
  });
}

/** Takes a source off, or all of them; the files themselves are left alone. Returns what puts them back. */
export function removeSources(token?: string): () => void {
  const { sources, table, asked, flag } = useGathering.getState();
  cancelCheck();
  const left = token === undefined ? [] : sources.filter((one) => one.token !== token);
  useGathering.setState(
    left.length > 0
      ? { sources: left }
      : { sources: [], table: null, asked: null, running: null, fault: null, flag: null },
  );
  return () => useGathering.setState({ sources, table, asked, flag });
}

// Who opens another folder or signs in as somebody else begins with nothing.
useSession.subscribe(({ app }, { app: before }) => {
  if (before === null || app === null) return;
  if (before.sample === app.sample && before.user?.login === app.user?.login && before.phase === app.phase)
    return;
  useGathering.setState(NOTHING);
});

// Who is expected, and who is trusted, may be changed anywhere: then the answer no longer holds. A comparison of all
// pages takes minutes and is not begun again by itself.
onNotice((notice) => {
  const again =
    notice.kind === 'service-restarted' ||
    (notice.kind === 'changed' && (notice.what === 'settings' || notice.what === 'reports'));
  if (again && useGathering.getState().pages === 'none') useGathering.setState({ asked: null });
});
