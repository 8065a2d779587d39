import { useCallback, useEffect, useRef } from 'react';
import { type UseFormReturn, useWatch } from 'react-hook-form';
import type { Dossier } from '#shared/domain/dossier.ts';
import { addDays, type LocalDate } from '#shared/domain/local-date.ts';
import { call } from '../../../app/bridge.ts';
import type { DossierDraft } from '../model/form-schema.ts';
import { type CodeSeen, nextCode } from '../model/next-code.ts';
import { useDossiersView } from '../store.ts';

/** How far back the last number is looked for before the whole book is asked, days. */
const RECENT_DAYS = 45;
/** Rows read to learn the numbers of the last days; and of one day, all that a call gives. */
const RECENT_ROWS = 60;
const DAY_ROWS = 500;
/** Proposals tried in a row when others keep taking the number first. */
const TRIES = 20;

type Form = UseFormReturn<DossierDraft, unknown, Dossier>;

async function codesOf(filter: { receivedFrom?: LocalDate; receivedTo?: LocalDate }, most: number) {
  const { ids } = await call('dossiers.index', { filter });
  if (ids.length === 0) return [];
  const rows = await call('dossiers.rows', { ids: [...ids.subarray(0, most)] });
  return rows.map(({ record }): CodeSeen => ({ code: record.code, receivedOn: record.receivedOn }));
}

/**
 * Proposes the number of a new dossier from the last one (`nextCode`), and again when the day of receipt changes, as
 * long as nobody typed another number. `settle` waits for the proposal of the day now in the form.
 */
export function useNextCode(form: Form, active: boolean, today: LocalDate) {
  const receivedOn = useWatch({ control: form.control, name: 'receivedOn' });
  const proposed = useRef<string | null>(null);
  const seen = useRef<CodeSeen[] | null>(null);
  const learned = useRef(new Set<LocalDate>());
  const turn = useRef(0);
  const pending = useRef<Promise<void>>(Promise.resolve());
  const day = useRef(receivedOn);
  day.current = receivedOn;

  const learn = useCallback(
    async (day: LocalDate) => {
      if (seen.current === null) {
        const recent = await codesOf({ receivedFrom: addDays(today, -RECENT_DAYS) }, RECENT_ROWS);
        seen.current = recent.length > 0 ? recent : await codesOf({}, RECENT_ROWS);
      }
      if (learned.current.has(day)) return;
      learned.current.add(day);
      seen.current.push(...(await codesOf({ receivedFrom: day, receivedTo: day }, DAY_ROWS)));
    },
    [today],
  );

  /** A number goes into the form as its starting value: the form is not "changed" by it. */
  const put = useCallback(
    (code: string) => {
      if (form.getValues('code').trim() !== (proposed.current ?? '')) return;
      proposed.current = code;
      form.resetField('code', { defaultValue: code });
    },
    [form],
  );

  const propose = useCallback(async () => {
    const day = form.getValues('receivedOn');
    if (!active || day === null) return;
    turn.current += 1;
    const mine = turn.current;
    try {
      await learn(day);
      for (let tries = 0; tries < TRIES && turn.current === mine; tries += 1) {
        const mineSaved = useDossiersView.getState().recentCodes;
        const code = nextCode([...mineSaved, ...(seen.current ?? [])], day);
        if (code === null) return;
        const taken = await call('dossiers.byCode', { code });
        if (turn.current !== mine) return;
        // The number of a removed dossier is free again.
        if (!taken || taken.deleted) return put(code);
        // Somebody else (an import, another desk) has it: it is one of those seen from now on.
        seen.current?.push({ code, receivedOn: day });
      }
    } catch {
      // A proposal is a service to the person; without it the number is typed.
    }
  }, [active, form, learn, put]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the number follows the day of receipt
  useEffect(() => {
    pending.current = propose();
  }, [propose, receivedOn]);
  /** Right after a save: the next number without waiting; `propose` then checks it like any other. */
  const after = useCallback((saved: Dossier, day: LocalDate | null): string | null => {
    const { recentCodes } = useDossiersView.getState();
    const next = nextCode([...recentCodes, ...(seen.current ?? [])], day ?? saved.receivedOn);
    proposed.current = next;
    return next;
  }, []);

  const settle = useCallback(async () => {
    const typed = form.getValues('code').trim();
    if (!active || (typed !== '' && typed !== proposed.current)) return;
    // The day may have been typed with the very key that saves.
    if (form.getValues('receivedOn') !== day.current) pending.current = propose();
    await pending.current;
  }, [active, form, propose]);

  /** Whether the form holds a proposed number, once the proposal under way has been made. */
  const ready = useCallback(async () => {
    await pending.current;
    return proposed.current !== null && form.getValues('code') === proposed.current;
  }, [form]);

  return { after, settle, propose, ready };
}
