import { zodResolver } from '@hookform/resolvers/zod';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type Resolver, useForm } from 'react-hook-form';
import { type AnyRecord, emptyRecord } from '#shared/domain/ledgers/definition.ts';
import { fieldBreach } from '#shared/domain/ledgers/entry-rules.ts';
import { type LedgerId, ledgerOf } from '#shared/domain/ledgers/registry.ts';
import type { StoredEntry } from '#shared/ipc/contract/ledgers.ts';
import { ledgerRecordSchema } from '#shared/ledgers/record-schema.ts';
import { tidyRecord } from '#shared/ledgers/tidy-record.ts';
import { type CallFault, call, toFault } from '../../app/bridge.ts';
import { callWithReason } from '../../app/closed-reason.ts';
import type { EntryDraft } from '../fields/field-control.tsx';
import { changeView, noteDeed } from '../store.ts';

export interface EntryFormSetup {
  readonly ledger: LedgerId;
  /** Key of the view whose state the form shares. */
  readonly view: string;
  /** The entry to edit; null for a new one. */
  readonly row: StoredEntry | null;
  /** Values that a new entry has from the start. */
  readonly values: AnyRecord;
  /** What was typed before and left. */
  readonly draft: AnyRecord | null;
  /** Field to begin with; the first one when absent. */
  readonly focus: string | undefined;
  onSaved(row: StoredEntry, next: boolean): void;
}

/** The form of an entry: its values, saving with the guard against somebody else's change. */
export function useEntryForm(setup: EntryFormSetup) {
  const { ledger, view, row, values, draft, focus, onSaved } = setup;
  const definition = ledgerOf(ledger);
  const blank = useMemo(() => ({ ...emptyRecord(definition), ...values }), [definition, values]);
  // What only the book knows (a number in use) stays said until that field changes or is saved again.
  const refused = useRef<Readonly<Record<string, { code: string; value: AnyRecord[string] }>>>({});
  const resolver = useMemo((): Resolver<EntryDraft, unknown, EntryDraft> => {
    const own = zodResolver(ledgerRecordSchema(definition) as never) as unknown as Resolver<
      EntryDraft,
      unknown,
      EntryDraft
    >;
    return async (values, context, options) => {
      const found = await own(values, context, options);
      const still = Object.entries(refused.current).filter(([name, { value }]) => values[name] === value);
      if (still.length === 0) return found;
      const errors = Object.fromEntries(
        still.map(([name, { code }]) => [name, { type: 'custom', message: code }]),
      );
      return { values: {}, errors: { ...errors, ...found.errors } };
    };
  }, [definition]);
  const form = useForm<EntryDraft, unknown, EntryDraft>({
    resolver,
    defaultValues: { ...emptyRecord(definition), ...(row?.record ?? blank) },
    mode: 'onTouched',
    shouldFocusError: false,
  });
  const element = useRef<HTMLFormElement>(null);
  const version = useRef(row?.version ?? null);
  const [fault, setFault] = useState<CallFault | null>(null);
  const [saving, setSaving] = useState(false);
  const [reason, setReason] = useState('');
  const [saves, setSaves] = useState(0);
  // Read while drawing, as the form library asks of those who want to know.
  const dirty = form.formState.isDirty;
  const { errors } = form.formState;
  const latest = useRef({ dirty, form, errors });
  latest.current = { dirty, form, errors };
  const settled = useRef(false);

  useEffect(() => {
    if (fault) element.current?.scrollTo({ top: 0 });
  }, [fault]);

  // The form goes, by whatever way: what was typed and not saved waits for the next time it is opened.
  useEffect(
    () => () => {
      if (!latest.current.dirty || settled.current) return;
      const unsaved = tidyRecord(definition, latest.current.form.getValues());
      changeView(view, { left: { id: row?.id ?? null, draft: unsaved } });
    },
    [definition, row, view],
  );

  const focusField = useCallback((name: string | undefined) => {
    const input =
      (name && element.current?.querySelector<HTMLElement>(`[name="${CSS.escape(name)}"]`)) ||
      element.current?.querySelector<HTMLElement>('input, textarea, select');
    input?.focus();
    if (input instanceof HTMLInputElement) input.select();
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the form is opened
  useEffect(() => {
    if (draft)
      for (const [name, value] of Object.entries(draft)) form.setValue(name, value, { shouldDirty: true });
    const given = Object.keys(values).length > 0;
    const open = Object.entries(definition.fields).find(
      ([name, field]) => field.required && (form.getValues(name) ?? null) === null,
    );
    focusField(focus ?? (row === null && given ? open?.[0] : undefined));
  }, []);

  /** Rules over several fields speak once every field by itself is sound, not only after an attempt to save. */
  const checkRules = useCallback(() => {
    const { form: now, errors: shown } = latest.current;
    const record = tidyRecord(definition, now.getValues());
    const sound = Object.entries(definition.fields).every(
      ([name, field]) => fieldBreach(field, record[name] ?? null) === null,
    );
    if (sound) void now.trigger();
    else if (Object.keys(shown).length > 0) void now.trigger(Object.keys(shown));
  }, [definition]);

  const store = useCallback(
    async (record: AnyRecord, next: boolean) => {
      setSaving(true);
      setFault(null);
      try {
        const saved = await callWithReason('ledgers.save', {
          ledger,
          id: row?.id ?? null,
          version: version.current,
          record,
          reason: reason.trim() === '' ? null : reason.trim(),
        });
        changeView(view, { last: saved.entry.record, left: null });
        noteDeed(view, saved.changeSet);
        if (next && row === null) {
          // The field left behind is checked when it is left: before it is emptied, not after.
          focusField(Object.keys(definition.fields).find((name) => blank[name] === null));
          form.reset({ ...blank, ...keptDay(ledger, record) });
          setSaves((n) => n + 1);
        } else settled.current = true;
        onSaved(saved.entry, next);
      } catch (reasonOfFault) {
        const failed = toFault(reasonOfFault);
        // Left at the question about a signed period: everything stays as typed.
        if (failed.code === 'CANCELLED') return;
        const wrong = Object.entries(failed.fieldErrors ?? {}).filter(([name]) => definition.fields[name]);
        refused.current = Object.fromEntries(
          wrong.map(([name, code]) => [name, { code, value: form.getValues(name) ?? null }]),
        );
        for (const [name, code] of wrong) form.setError(name, { type: 'custom', message: code });
        // What is said at its field needs no second message above the form.
        setFault(wrong.length > 0 ? null : failed);
        if (wrong[0]) focusField(wrong[0][0]);
      } finally {
        setSaving(false);
      }
    },
    [blank, definition, focusField, form, ledger, onSaved, reason, row, view],
  );

  /** Saves; with `next` an empty form for the next entry follows. */
  const save = useCallback(
    (next: boolean) => {
      const attempt = (again: boolean) => {
        const unread = element.current?.querySelector<HTMLElement>('[data-unread]');
        // A value just given may not have been drawn yet.
        if (unread && again) return void setTimeout(attempt, 50, false);
        if (unread) return unread.focus();
        refused.current = {};
        void form.handleSubmit(
          (record) => store(record, next),
          (faults) => {
            const first = Object.keys(definition.fields).find((name) => faults[name]);
            focusField(first);
          },
        )();
      };
      // After this key press, so that a field has read what was typed in it.
      setTimeout(attempt, 0, true);
    },
    [definition, focusField, form, store],
  );

  /** After RECORD_CHANGED: takes note of the newer version and saves over it. */
  const saveOver = useCallback(async () => {
    if (!row) return;
    try {
      version.current = (await call('ledgers.get', { ledger, id: row.id })).entry.version;
      save(false);
    } catch (reasonOfFault) {
      setFault(toFault(reasonOfFault));
    }
  }, [ledger, row, save]);

  /** What is typed and not saved; null when nothing is. */
  const unsaved = useCallback(
    (): AnyRecord | null => (latest.current.dirty ? tidyRecord(definition, form.getValues()) : null),
    [definition, form],
  );
  /** The form is left on purpose: nothing is kept beyond what is handed back. */
  const abandon = useCallback(() => {
    settled.current = true;
  }, []);

  return {
    form,
    element,
    fault,
    saving,
    reason,
    setReason,
    save,
    saveOver,
    unsaved,
    abandon,
    dirty,
    checkRules,
    saves,
    errorCount: Object.keys(errors).length,
  };
}

/** The day of the entry just saved, for the next of the same pile; not where the day says which thing an entry is. */
function keptDay(ledger: LedgerId, record: AnyRecord): AnyRecord {
  const { day, due, key } = ledgerOf(ledger);
  const alone = key.length === 1 && key[0] === day;
  return alone || due?.on === day ? {} : { [day]: record[day] ?? null };
}
