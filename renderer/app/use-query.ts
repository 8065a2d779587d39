import { useCallback, useEffect, useRef, useState } from 'react';
import type { Channel, Input, Output } from '#shared/ipc/contract.ts';
import { type CallFault, call, onNotice, toFault } from './bridge.ts';
import { longWork } from './long-work.ts';

/** What a notice `changed` can be about. */
export type Subject = 'dossiers' | 'ledgers' | 'settings' | 'reports';

export interface Query<T> {
  /** Last answer; stays while a newer one is on its way, null before the first. */
  readonly data: T | null;
  readonly fault: CallFault | null;
  /** A call is under way. */
  readonly loading: boolean;
  refresh(): void;
}

/** Last answers by call, so that a screen one comes back to stands at once and is then refreshed. */
const remembered = new Map<string, unknown>();
const under = new Map<string, Promise<unknown>>();
/** Names by which questions under way can be stopped. */
const tasks = new Map<string, string>();
const REMEMBERED_MAX = 60;

function remember(key: string, value: unknown): void {
  remembered.delete(key);
  remembered.set(key, value);
  const oldest = remembered.keys().next();
  if (remembered.size > REMEMBERED_MAX && !oldest.done) remembered.delete(oldest.value);
}

/** Forgets every answer, for when another folder (sample, own) was opened or somebody else signed in. */
export function forgetQueries(): void {
  remembered.clear();
  under.clear();
}

/** Keeps an answer that came with another one, so that its `useQuery` stands at once. */
export function keepAnswer<C extends Channel>(channel: C, input: Input<C>, answer: Output<C>): void {
  remember(keyOf(channel, input), answer);
}

/** Asks ahead of the component that will show it; its `useQuery` joins the same call. */
export function prefetch<C extends Channel>(
  channel: C,
  input: Input<C>,
  longLabel?: string,
): Promise<Output<C>> {
  const key = keyOf(channel, input);
  const running = under.get(key) as Promise<Output<C>> | undefined;
  if (running) return running;
  const asking =
    longLabel === undefined
      ? call(channel, input)
      : longWork(longLabel, (task) => {
          tasks.set(key, task);
          return call(channel, { ...(input as object), task } as Input<C>);
        });
  const asked = asking
    .then((value) => {
      if (under.get(key) === asked) remember(key, value);
      return value;
    })
    .finally(() => {
      if (under.get(key) === asked) under.delete(key);
    });
  under.set(key, asked);
  return asked;
}

/** Stops a long question that nobody waits for any more; asked again, it is a new one. */
function stopLong(key: string): void {
  const task = tasks.get(key);
  if (task === undefined || !under.has(key)) return;
  tasks.delete(key);
  under.delete(key);
  void call('tasks.cancel', { task }).catch(() => undefined);
}

function keyOf(channel: Channel, input: unknown): string {
  return `${channel} ${JSON.stringify(input)}`;
}

/**
 * Reads through a call and keeps it fresh: asks again when the input changes or when a notice `changed` names one
 * of `refreshOn`. With `input` null nothing is asked yet. Answers overtaken by a newer question are dropped. `longLabel`:
 * the answer may take long; under this name it is told how far it is, and can be stopped (the call takes a `task`).
 */
export function useQuery<C extends Channel>(
  channel: C,
  input: Input<C> | null,
  refreshOn: readonly Subject[] = [],
  longLabel?: string,
): Query<Output<C>> {
  const key = input === null ? null : keyOf(channel, input);
  const [state, setState] = useState<{
    key: string | null;
    data: Output<C> | null;
    fault: CallFault | null;
    loading: boolean;
  }>({
    key,
    data: key === null ? null : ((remembered.get(key) as Output<C> | undefined) ?? null),
    fault: null,
    loading: key !== null,
  });
  const latest = useRef({ input, key, turn: 0 });
  latest.current.input = input;
  latest.current.key = key;

  const ask = useCallback(
    (join: boolean) => {
      const { input: asked, key: askedKey } = latest.current;
      latest.current.turn += 1;
      const turn = latest.current.turn;
      if (asked === null || askedKey === null) return;
      // A refresh after a change must not join a question that was asked before the change.
      if (!join) under.delete(askedKey);
      setState((old) => {
        const known = remembered.get(askedKey) as Output<C> | undefined;
        return {
          key: askedKey,
          data: known ?? (old.key === askedKey ? old.data : null),
          fault: null,
          loading: true,
        };
      });
      prefetch(channel, asked, longLabel).then(
        (data) => {
          if (latest.current.turn === turn) setState({ key: askedKey, data, fault: null, loading: false });
        },
        (reason: unknown) => {
          if (latest.current.turn === turn)
            setState((old) => ({ ...old, fault: toFault(reason), loading: false }));
        },
      );
    },
    [channel, longLabel],
  );

  useEffect(() => {
    if (key === null) {
      latest.current.turn += 1;
      setState({ key: null, data: null, fault: null, loading: false });
    } else ask(true);
    return () => {
      // Whatever is still under way belongs to an input nobody shows any more.
      latest.current.turn += 1;
      if (key !== null && longLabel !== undefined) stopLong(key);
    };
  }, [key, ask, longLabel]);

  const subjects = refreshOn.join(' ');
  useEffect(
    () =>
      onNotice((notice) => {
        if (
          notice.kind === 'service-restarted' ||
          (notice.kind === 'changed' && subjects.includes(notice.what))
        )
          ask(false);
      }),
    [ask, subjects],
  );

  const refresh = useCallback(() => ask(false), [ask]);
  // Until the effect has run for a new key, the old answer must not be taken for the new one's.
  const fresh = state.key === key;
  return {
    data: fresh ? state.data : key === null ? null : ((remembered.get(key) as Output<C> | undefined) ?? null),
    fault: fresh ? state.fault : null,
    loading: fresh ? state.loading : key !== null,
    refresh,
  };
}
