import type { StoreApi, UseBoundStore } from 'zustand';

type AnyStore = UseBoundStore<StoreApi<object>>;
type State = Readonly<Record<string, unknown>>;

/** Stores that say where one person is in the window and what they began; loaded with the screens they belong to. */
const stores = new Set<AnyStore>();
const questions = new Set<() => void>();
/** What people left behind the locked screen, by login. Only in memory: it ends with the window. */
const kept = new Map<string, Map<AnyStore, State>>();

/** Declares a store to belong to whoever is signed in: another person finds it as it was at the start. */
export function perPerson<T extends object>(store: UseBoundStore<StoreApi<T>>): void {
  stores.add(store as unknown as AnyStore);
}

/** Declares what has to be given up when somebody else sits down: a question that waits for an answer. */
export function givenUp(work: () => void): void {
  questions.add(work);
}

/**
 * Somebody else sits down. What `leaving` had begun is put aside (null: it is not kept), and what `coming` had put aside
 * before is there again; else everything is as at the start.
 */
export function exchangePerson(leaving: string | null, coming: string | null): void {
  for (const giveUp of questions) giveUp();
  if (leaving !== null)
    kept.set(leaving, new Map([...stores].map((store) => [store, store.getState() as State])));
  const back = coming === null ? undefined : kept.get(coming);
  if (coming !== null) kept.delete(coming);
  for (const store of stores) store.setState(back?.get(store) ?? store.getInitialState(), true);
}

/** Another book: nothing that was begun in the one before is kept. */
export function forgetPeople(): void {
  kept.clear();
}

/**
 * Changes a store for whoever asked for what is now done: the person signed in, or one behind the locked screen. `owns`
 * tells whose state it is.
 */
export function setForOwner<T extends object>(
  store: UseBoundStore<StoreApi<T>>,
  owns: (state: T) => boolean,
  change: Partial<T>,
): void {
  if (owns(store.getState())) {
    store.setState(change);
    return;
  }
  const key = store as unknown as AnyStore;
  for (const states of kept.values()) {
    const state = states.get(key) as T | undefined;
    if (state !== undefined && owns(state)) states.set(key, { ...state, ...change } as unknown as State);
  }
}
