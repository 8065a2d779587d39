import { zodResolver } from '@hookform/resolvers/zod';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type Resolver, useForm } from 'react-hook-form';
import { DOSSIER_FIELDS, type Dossier, type DossierField } from '#shared/domain/dossier.ts';
import { formatDate, type LocalDate } from '#shared/domain/local-date.ts';
import type { StoredDossier } from '#shared/ipc/contract/dossiers.ts';
import { type CallFault, call, toFault } from '../../../app/bridge.ts';
import { callWithReason } from '../../../app/closed-reason.ts';
import { blankDraft, type DossierDraft, draftSchema, tidyDraft } from '../model/form-schema.ts';
import { draftAfter } from '../model/kept-values.ts';
import { useDossiersView } from '../store.ts';
import { useNextCode } from './use-next-code.ts';
import { useProposedDue } from './use-proposed-due.ts';

/** How often, and how long apart (ms), a save looks whether a proposed day has reached its field. */
const FIELD_TRIES = 8;
const FIELD_WAIT_MS = 30;

export interface DossierFormSetup {
  /** The dossier to edit; null for a new one. */
  readonly row: StoredDossier | null;
  readonly today: LocalDate;
  /** What was typed before and left. */
  readonly draft: DossierDraft | null;
  onSaved(row: StoredDossier, next: boolean): void;
}

/** The form of a dossier: its values, saving with the guard against somebody else's change, the check for duplicates. */
export function useDossierForm({ row, today, draft, onSaved }: DossierFormSetup) {
  const form = useForm<DossierDraft, unknown, Dossier>({
    resolver: zodResolver(draftSchema) as unknown as Resolver<DossierDraft, unknown, Dossier>,
    defaultValues: row?.record ?? blankDraft(today),
    mode: 'onTouched',
    shouldFocusError: true,
  });
  const element = useRef<HTMLFormElement>(null);
  const version = useRef(row?.version ?? null);
  const [fault, setFault] = useState<CallFault | null>(null);
  const [saving, setSaving] = useState(false);
  const [reason, setReason] = useState('');
  const [duplicate, setDuplicate] = useState<StoredDossier | null>(null);
  // Read while drawing, as the form library asks of those who want to know.
  const dirty = form.formState.isDirty;
  const latest = useRef({ dirty, form });
  latest.current = { dirty, form };
  const settled = useRef(false);
  const code = useNextCode(form, row === null, today);
  const due = useProposedDue(form, row === null);

  // The message stands above the fields.
  useEffect(() => {
    if (fault) element.current?.scrollTo({ top: 0 });
  }, [fault]);

  // The form goes, by whatever way: what was typed and not saved waits for the next time it is opened.
  useEffect(
    () => () => {
      if (!latest.current.dirty || settled.current) return;
      const unsaved = tidyDraft(latest.current.form.getValues());
      useDossiersView.getState().leave({ id: row?.id ?? null, draft: unsaved });
    },
    [row],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the form is opened
  useEffect(() => {
    if (draft) for (const field of DOSSIER_FIELDS) form.setValue(field, draft[field], { shouldDirty: true });
    form.setFocus('code');
    // Once a number is proposed the typing begins further on, unless it has begun.
    if (row === null && !draft)
      void code.ready().then((there) => {
        const input = document.activeElement;
        if (there && input instanceof HTMLInputElement && input.name === 'code')
          focusFirstEmpty(element.current, form.getValues());
      });
  }, []);

  const checkCode = useCallback(
    async (code: string) => {
      const asked = code.trim();
      if (asked === '' || asked === row?.record.code) return setDuplicate(null);
      try {
        const found = await call('dossiers.byCode', { code: asked });
        setDuplicate(found && found.id !== row?.id && !found.deleted ? found : null);
      } catch {
        // The check is a service to the person; saving checks again and says so.
        setDuplicate(null);
      }
    },
    [row],
  );

  const store = useCallback(
    async (record: Dossier, next: boolean) => {
      setSaving(true);
      setFault(null);
      try {
        const saved = await callWithReason('dossiers.save', {
          id: row?.id ?? null,
          version: version.current,
          record,
          reason: reason.trim() === '' ? null : reason.trim(),
        });
        useDossiersView.getState().saved(saved.dossier.record, saved.changeSet, row?.id ?? null);
        setDuplicate(null);
        if (next && row === null) {
          const blank = draftAfter(saved.dossier.record, useDossiersView.getState().keep, today);
          form.reset({ ...blank, code: code.after(saved.dossier.record, blank.receivedOn) ?? '' });
          due.restart();
          void code.propose();
          // (The library's own setFocus does nothing right after a reset.)
          focusFirstEmpty(element.current, form.getValues());
        } else {
          settled.current = true;
        }
        onSaved(saved.dossier, next);
      } catch (reasonOfFault) {
        const failed = toFault(reasonOfFault);
        // Left at the question about a signed period: everything stays as typed.
        if (failed.code === 'CANCELLED') return;
        setFault(failed);
        for (const [field, code] of Object.entries(failed.fieldErrors ?? {})) {
          if ((DOSSIER_FIELDS as readonly string[]).includes(field)) {
            const message = serverMessage(field, code, record);
            form.setError(field as DossierField, { type: 'custom', message }, { shouldFocus: true });
          }
        }
      } finally {
        setSaving(false);
      }
    },
    [code.after, code.propose, due.restart, form, onSaved, reason, row, today],
  );

  /** Saves; with `next` an empty form for the next dossier follows. */
  const save = useCallback(
    (next: boolean) => {
      const attempt = (tries: number) => {
        const unread = unreadDay(element.current, form.getValues());
        // A proposed day may be in the form and not yet in its field.
        if (unread && tries > 0) return void setTimeout(attempt, FIELD_WAIT_MS, tries - 1);
        if (unread) return unread.focus();
        // A pressed key alone makes no dossier: what was proposed says neither who nor what.
        if (row === null && saysNothing(form.getValues())) {
          form.setError('procedureName', { type: 'custom', message: 'nothing' });
          return element.current?.querySelector<HTMLInputElement>('input[name="procedureName"]')?.focus();
        }
        void form.handleSubmit((record) => store(record, next))();
      };
      // After this key press, so that a date field has read what was typed in it, and the proposals follow it.
      setTimeout(async () => {
        await Promise.all([due.settle(), code.settle()]);
        attempt(FIELD_TRIES);
      }, 0);
    },
    [code.settle, due.settle, form, row, store],
  );

  /** After RECORD_CHANGED: takes note of the newer version and saves over it. */
  const saveOver = useCallback(async () => {
    if (!row) return;
    try {
      version.current = (await call('dossiers.get', { id: row.id })).dossier.version;
      save(false);
    } catch (reasonOfFault) {
      setFault(toFault(reasonOfFault));
    }
  }, [row, save]);

  /** What is typed and not saved; null when nothing is. */
  const unsaved = useCallback(
    (): DossierDraft | null => (form.formState.isDirty ? tidyDraft(form.getValues()) : null),
    [form],
  );

  return {
    form,
    element,
    fault,
    saving,
    reason,
    setReason,
    duplicate,
    checkCode,
    save,
    saveOver,
    unsaved,
    dirty,
    due,
  };
}

/** Neither the procedure nor who asked for it is there. */
function saysNothing(values: DossierDraft): boolean {
  const { procedureCode, procedureName, applicantName, personId } = tidyDraft(values);
  return [procedureCode, procedureName, applicantName, personId].every((text) => text === null);
}

/** What the program refused, as a message of the form (`draftError` words it). */
function serverMessage(field: string, code: string, record: Dossier): string {
  if (field === 'suspensions') return 'spans';
  if (code === 'DATE_ORDER') return `dateBefore ${formatDate(record.receivedOn)}`;
  if (code === 'DATE_MISSING') return 'dateNeeded';
  return code === 'DUPLICATE_CODE' ? 'duplicate' : code;
}

/** Where typing goes on: the first field of those every dossier has that is still empty, else the applicant. */
function focusFirstEmpty(form: HTMLFormElement | null, values: DossierDraft): void {
  const empty = (['code', 'procedureName', 'applicantName'] as const).find((name) => !values[name]);
  form?.querySelector<HTMLInputElement>(`input[name="${empty ?? 'applicantName'}"]`)?.focus();
}

/** A date field whose text is not what the form holds: it could not be understood. */
function unreadDay(form: HTMLFormElement | null, values: DossierDraft): HTMLInputElement | null {
  for (const input of form?.querySelectorAll<HTMLInputElement>('input[data-day]') ?? []) {
    const day = values[input.dataset.day as 'dueOn'];
    if (input.value.trim() !== (day === null ? '' : formatDate(day))) return input;
  }
  return null;
}
