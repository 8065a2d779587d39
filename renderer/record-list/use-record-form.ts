import { useCallback, useEffect, useRef, useState } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { type CallFault, toFault } from '../app/bridge.ts';
import { dropTyping, releaseTyping, takeTyping } from '../app/typed-ahead.ts';
import { hideDone } from '../ui/toast.tsx';

interface Row {
  readonly id: number;
  readonly version: number;
}

interface Setup<D extends FieldValues, R, S extends Row> {
  readonly form: UseFormReturn<D, unknown, R & FieldValues>;
  /** The record to edit; null for a new one. */
  readonly row: S | null;
  /** What is typed, as it is kept when the form is left. */
  tidy(values: D): D;
  /** The form goes, by whatever way: what was typed and not saved. */
  onLeft(draft: D): void;
  /** Saves a record. */
  send(asked: SaveCall<R>): Promise<S>;
  /** The version of the record as it is now. */
  current(id: number): Promise<number>;
  /** Saved; `next`: a form for the next record follows. */
  onStored(saved: S, record: R, next: boolean): void;
  /** Tells at the fields what the program refused; true when that says all. */
  onRefused(fault: CallFault, record: R): boolean;
}

/** What is asked when a record is saved. */
export interface SaveCall<R> {
  readonly id: number | null;
  readonly version: number | null;
  readonly record: R;
  readonly reason: string | null;
}

/**
 * What every form of a record does: it saves with the guard against somebody else's change, keeps what was typed when
 * it goes without being saved, and says why saving failed.
 */
export function useRecordForm<D extends FieldValues, R, S extends Row>(setup: Setup<D, R, S>) {
  const { form, row } = setup;
  const element = useRef<HTMLFormElement>(null);
  const version = useRef(row?.version ?? null);
  const [fault, setFault] = useState<CallFault | null>(null);
  const [saving, setSaving] = useState(false);
  const [reason, setReason] = useState('');
  // Read while drawing, as the form library asks of those who want to know.
  const dirty = form.formState.isDirty;
  const latest = useRef({ ...setup, dirty, reason });
  latest.current = { ...setup, dirty, reason };
  const settled = useRef(false);
  const saves = useRef(false);

  // The message stands above the fields.
  useEffect(() => {
    if (fault) element.current?.scrollTo({ top: 0 });
  }, [fault]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: when the form of this record goes
  useEffect(
    () => () => {
      const { dirty: typed, tidy, onLeft, form: now } = latest.current;
      if (typed && !settled.current) onLeft(tidy(now.getValues()));
    },
    [row],
  );

  /**
   * Begins a save: from now on what is typed is for the form or the list that follows, and pressing the keys again saves
   * nothing twice. `attempt` looks at the fields and ends in `store` or in a field to be put right.
   */
  const begin = useCallback(async (attempt: () => Promise<unknown>) => {
    if (saves.current) return;
    saves.current = true;
    takeTyping({ form: true, held: true });
    try {
      await attempt();
    } finally {
      saves.current = false;
      dropTyping();
    }
  }, []);

  const store = useCallback(async (record: R, next: boolean) => {
    const { row: edited, send, onStored, onRefused, reason: why } = latest.current;
    setSaving(true);
    setFault(null);
    try {
      const saved = await send({
        id: edited?.id ?? null,
        version: version.current,
        record,
        reason: why.trim() === '' ? null : why.trim(),
      });
      // The message of an older deed must not stand there and be what Ctrl+Z takes back.
      hideDone();
      settled.current = !(next && edited === null);
      releaseTyping();
      onStored(saved, record, next && edited === null);
    } catch (reasonOfFault) {
      const failed = toFault(reasonOfFault);
      // Left at the question about a signed period: everything stays as typed.
      if (failed.code === 'CANCELLED') return;
      // What is said at its field needs no second message above the form.
      setFault(onRefused(failed, record) ? null : failed);
    } finally {
      setSaving(false);
    }
  }, []);

  /** After RECORD_CHANGED: takes note of the newer version, for `save` to save over it. */
  const takeNewer = useCallback(async (save: () => void) => {
    const { row: edited, current } = latest.current;
    if (!edited) return;
    try {
      version.current = await current(edited.id);
      save();
    } catch (reasonOfFault) {
      setFault(toFault(reasonOfFault));
    }
  }, []);

  /** The form is left on purpose: what is typed and not saved is handed back, null when nothing is. */
  const abandon = useCallback((): D | null => {
    settled.current = true;
    const { dirty: typed, tidy, form: now } = latest.current;
    return typed ? tidy(now.getValues()) : null;
  }, []);

  return { element, fault, saving, reason, setReason, dirty, begin, store, takeNewer, abandon };
}
