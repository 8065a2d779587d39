import { zodResolver } from '@hookform/resolvers/zod';
import { useCallback, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { type Resolver, useForm } from 'react-hook-form';
import { DOSSIER_FIELDS, type Dossier, type DossierField } from '#shared/domain/dossier.ts';
import { formatDate, type LocalDate } from '#shared/domain/local-date.ts';
import type { StoredDossier } from '#shared/ipc/contract/dossiers.ts';
import { call } from '../../../app/bridge.ts';
import { callWithReason } from '../../../app/closed-reason.ts';
import { takeTyping } from '../../../app/typed-ahead.ts';
import { useRecordForm } from '../../../record-list/use-record-form.ts';
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

/** The form of a dossier: its values and proposals, saving, the check for duplicates. */
export function useDossierForm({ row, today, draft, onSaved }: DossierFormSetup) {
  const form = useForm<DossierDraft, unknown, Dossier>({
    resolver: zodResolver(draftSchema) as unknown as Resolver<DossierDraft, unknown, Dossier>,
    defaultValues: row?.record ?? blankDraft(today),
    mode: 'onTouched',
    shouldFocusError: true,
  });
  const [duplicate, setDuplicate] = useState<StoredDossier | null>(null);
  const code = useNextCode(form, row === null, today);
  const due = useProposedDue(form, row === null);
  const { element, begin, store, takeNewer, ...base } = useRecordForm<DossierDraft, Dossier, StoredDossier>({
    form,
    row,
    tidy: tidyDraft,
    onLeft: (unsaved) => useDossiersView.getState().leave({ id: row?.id ?? null, draft: unsaved }),
    send: async (asked) => {
      const saved = await callWithReason('dossiers.save', asked);
      useDossiersView
        .getState()
        .saved(typedOver(saved.dossier.record, asked.record), saved.changeSet, asked.id);
      return saved.dossier;
    },
    current: async (id) => (await call('dossiers.get', { id })).dossier.version,
    onStored: (saved, record, next) => {
      setDuplicate(null);
      if (next) {
        const blank = draftAfter(typedOver(saved.record, record), useDossiersView.getState().keep, today);
        // Drawn at once: what was typed meanwhile goes into the emptied field, not behind what stood there.
        flushSync(() => form.reset({ ...blank, code: code.after(saved.record, blank.receivedOn) ?? '' }));
        due.restart();
        void code.propose();
        focusFirstEmpty(element.current, form.getValues());
      }
      onSaved(saved, next);
    },
    onRefused: (fault, record) => {
      const told = Object.entries(fault.fieldErrors ?? {}).filter(([field]) =>
        (DOSSIER_FIELDS as readonly string[]).includes(field),
      );
      for (const [field, why] of told) {
        const message = serverMessage(field, why, record);
        form.setError(field as DossierField, { type: 'custom', message }, { shouldFocus: true });
      }
      return told.length > 0;
    },
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the form is opened
  useEffect(() => {
    if (draft) for (const field of DOSSIER_FIELDS) form.setValue(field, draft[field], { shouldDirty: true });
    if (row !== null || draft) return focusField(element.current, 'code');
    // A number is on its way, and the typing begins behind it: what is typed until then belongs there.
    takeTyping({ form: true });
    void code.ready().then((there) => {
      const open = element.current;
      // At once: whoever clicked a field in between keeps it.
      if (!open || open.contains(document.activeElement)) return;
      if (there) focusFirstEmpty(open, form.getValues());
      else focusField(open, 'code');
    });
  }, []);

  const checkCode = useCallback(
    async (typed: string) => {
      const asked = typed.trim();
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

  /** Saves; with `next` an empty form for the next dossier follows. */
  const save = useCallback(
    (next: boolean) => {
      const attempt = async () => {
        await Promise.all([due.settle(), code.settle()]);
        // A proposed day may be in the form and not yet in its field.
        for (let tries = 0; tries < FIELD_TRIES && unreadDay(element.current, form.getValues()); tries += 1)
          await new Promise((done) => setTimeout(done, FIELD_WAIT_MS));
        const unread = unreadDay(element.current, form.getValues());
        if (unread) return unread.focus();
        // A pressed key alone makes no dossier: what was proposed says neither who nor what.
        if (row === null && saysNothing(form.getValues())) {
          form.setError('procedureName', { type: 'custom', message: 'nothing' });
          return focusField(element.current, 'procedureName');
        }
        await form.handleSubmit((record) => store(record, next))();
      };
      // After this key press, so that a date field has read what was typed in it, and the proposals follow it.
      setTimeout(() => void begin(attempt), 0);
    },
    [begin, code.settle, due.settle, element, form, row, store],
  );

  /** After RECORD_CHANGED: saves over the newer version. */
  const saveOver = () => void takeNewer(() => save(false));

  return { ...base, form, element, duplicate, checkCode, save, saveOver, due };
}

/** A record as stored, with the ID number as it was typed: the stored one comes back masked, and is asked for again here. */
function typedOver(stored: Dossier, typed: Dossier): Dossier {
  return { ...stored, personId: typed.personId };
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
  if (code === 'MASKED_NUMBER') return 'maskedNumber';
  return code === 'DUPLICATE_CODE' ? 'duplicate' : code;
}

/** Where typing goes on: the first field of those every dossier has that is still empty, else the applicant. */
function focusFirstEmpty(form: HTMLFormElement | null, values: DossierDraft): void {
  const empty = (['code', 'procedureName', 'applicantName'] as const).find((name) => !values[name]);
  focusField(form, empty ?? 'applicantName');
}

/** (The form library's own `setFocus` waits a moment, in which the keyboard may have gone elsewhere.) */
function focusField(form: HTMLFormElement | null, name: DossierField): void {
  form?.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.focus();
}

/** A date field whose text is not what the form holds: it could not be understood. */
function unreadDay(form: HTMLFormElement | null, values: DossierDraft): HTMLInputElement | null {
  for (const input of form?.querySelectorAll<HTMLInputElement>('input[data-day]') ?? []) {
    const day = values[input.dataset.day as 'dueOn'];
    if (input.value.trim() !== (day === null ? '' : formatDate(day))) return input;
  }
  return null;
}
