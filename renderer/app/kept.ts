import { useCallback, useEffect } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { create } from 'zustand';
import { useLocked } from './locked.ts';
import { perPerson } from './person-state.ts';

type Values = Readonly<Record<string, unknown>>;

/** What is half typed or half chosen, by a name of its own; it belongs to whoever typed it. Never a passphrase or PIN. */
const useValues = create<{ readonly values: Values }>(() => ({ values: {} }));
perPerson(useValues);

/**
 * State like `useState`, that waits for its person while somebody else works, and while they are on another screen.
 * `name` is one path with dots: {@link forgetKept} forgets a dialog with all its fields. `first`, while nothing is kept.
 */
export function useKept<T>(name: string, first: T): readonly [T, (next: T) => void] {
  const value = useValues(({ values }) => (Object.hasOwn(values, name) ? (values[name] as T) : first));
  const keep = useCallback((next: T) => keepValue(name, next), [name]);
  return [value, keep];
}

/** Forgets what is kept under a name and under all that begin with it and a dot: it was saved, or dropped on purpose. */
export function forgetKept(name: string): void {
  useValues.setState(({ values }) => ({
    values: Object.fromEntries(
      Object.entries(values).filter(([each]) => each !== name && !each.startsWith(`${name}.`)),
    ),
  }));
}

/**
 * Forgets what is kept under a name when its part of the window is left for another one; not when it is hidden behind a
 * locked screen.
 */
export function useForgottenOnLeaving(name: string): void {
  useEffect(
    () => () => {
      if (useLocked.getState().login === null) forgetKept(name);
    },
    [name],
  );
}

/** Keeps what is typed in a form under a name, and puts it there again. */
export function useKeptForm<T extends FieldValues>(
  name: string,
  form: Pick<UseFormReturn<T>, 'watch' | 'reset' | 'getValues'>,
): void {
  const { watch, reset, getValues } = form;
  useEffect(() => {
    const kept = useValues.getState().values[name];
    // Behind a locked screen the form itself has kept it.
    if (kept !== undefined && JSON.stringify(kept) !== JSON.stringify(getValues()))
      reset(kept as T, { keepDefaultValues: true });
    const { unsubscribe } = watch((values) => keepValue(name, structuredClone(values)));
    return unsubscribe;
  }, [name, watch, reset, getValues]);
}

function keepValue(name: string, value: unknown): void {
  useValues.setState(({ values }) => ({ values: { ...values, [name]: value } }));
}
