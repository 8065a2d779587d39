import { zodResolver } from '@hookform/resolvers/zod';
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { type Resolver, useForm } from 'react-hook-form';
import { type AnyRecord, emptyRecord } from '#shared/domain/ledgers/definition.ts';
import { fieldBreach } from '#shared/domain/ledgers/entry-rules.ts';
import { type LedgerId, ledgerOf } from '#shared/domain/ledgers/registry.ts';
import type { StoredEntry } from '#shared/ipc/contract/ledgers.ts';
import { ledgerRecordSchema } from '#shared/ledgers/record-schema.ts';
import { tidyRecord } from '#shared/ledgers/tidy-record.ts';
import { call } from '../../app/bridge.ts';
import { callWithReason } from '../../app/closed-reason.ts';
import { useRecordForm } from '../../record-list/use-record-form.ts';
import type { EntryDraft } from '../fields/field-control.tsx';
import { changeView, noteDeed } from '../store.ts';

/** After this a value that was given stands in its field, ms. */
const DRAWN_MS = 50;
const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

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
  const [saves, setSaves] = useState(0);
  const { errors } = form.formState;
  const latest = useRef({ form, errors });
  latest.current = { form, errors };
  const { element, begin, store, takeNewer, ...base } = useRecordForm<EntryDraft, AnyRecord, StoredEntry>({
    form,
    row,
    tidy: (draft) => tidyRecord(definition, draft),
    onLeft: (unsaved) => changeView(view, { left: { id: row?.id ?? null, draft: unsaved } }),
    send: async (asked) => {
      const saved = await callWithReason('ledgers.save', { ledger, ...asked });
      changeView(view, { last: saved.entry.record, left: null });
      noteDeed(view, saved.changeSet);
      return saved.entry;
    },
    current: async (id) => (await call('ledgers.get', { ledger, id })).entry.version,
    onStored: (saved, record, next) => {
      if (next) {
        // Drawn at once: what was typed meanwhile goes into the emptied field, not behind what stood there.
        flushSync(() => form.reset({ ...blank, ...keptDay(ledger, record) }));
        focusField(Object.keys(definition.fields).find((name) => blank[name] === null));
        setSaves((n) => n + 1);
      }
      onSaved(saved, next);
    },
    onRefused: (failed) => {
      const wrong = Object.entries(failed.fieldErrors ?? {}).filter(([name]) => definition.fields[name]);
      refused.current = Object.fromEntries(
        wrong.map(([name, code]) => [name, { code, value: form.getValues(name) ?? null }]),
      );
      for (const [name, code] of wrong) form.setError(name, { type: 'custom', message: code });
      if (wrong[0]) focusField(wrong[0][0]);
      return wrong.length > 0;
    },
  });

  const focusField = useCallback((name: string | undefined) => focusIn(element, name), [element]);

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

  /** Saves; with `next` an empty form for the next entry follows. */
  const save = useCallback(
    (next: boolean) => {
      const attempt = async () => {
        // A value just given may not have been drawn yet.
        if (unreadIn(element)) await pause(DRAWN_MS);
        const unread = unreadIn(element);
        if (unread) return unread.focus();
        refused.current = {};
        await form.handleSubmit(
          (record) => store(record, next),
          (faults) => {
            const first = Object.keys(definition.fields).find((name) => faults[name]);
            focusField(first);
          },
        )();
      };
      // After this key press, so that a field has read what was typed in it.
      setTimeout(() => void begin(attempt), 0);
    },
    [begin, definition, element, focusField, form, store],
  );

  /** After RECORD_CHANGED: saves over the newer version. */
  const saveOver = () => void takeNewer(() => save(false));

  return {
    ...base,
    form,
    element,
    save,
    saveOver,
    checkRules,
    saves,
    errorCount: Object.keys(errors).length,
  };
}

type Form = RefObject<HTMLFormElement | null>;

/** Gives the keyboard to a field; to the first one where there is none of that name. */
function focusIn(form: Form, name: string | undefined): void {
  const input =
    (name && form.current?.querySelector<HTMLElement>(`[name="${CSS.escape(name)}"]`)) ||
    form.current?.querySelector<HTMLElement>('input, textarea, select');
  input?.focus();
  if (input instanceof HTMLInputElement) input.select();
}

/** A field whose text could not be understood. */
function unreadIn(form: Form): HTMLElement | null {
  return form.current?.querySelector<HTMLElement>('[data-unread]') ?? null;
}

/** The day of the entry just saved, for the next of the same pile; not where the day says which thing an entry is. */
function keptDay(ledger: LedgerId, record: AnyRecord): AnyRecord {
  const { day, due, key } = ledgerOf(ledger);
  const alone = key.length === 1 && key[0] === day;
  return alone || due?.on === day ? {} : { [day]: record[day] ?? null };
}
