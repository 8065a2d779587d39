import { z } from 'zod';
import type { Dossier, DossierField } from '#shared/domain/dossier.ts';
import { dossierBreaches } from '#shared/domain/dossier-rules.ts';
import { formatDate, type LocalDate } from '#shared/domain/local-date.ts';
import { dossier } from '#shared/ipc/contract/dossiers.ts';

/** A dossier while it is typed: texts may be empty, the day of receipt may be missing. */
export type DossierDraft = {
  -readonly [K in DossierField]: Dossier[K] extends string | null
    ? K extends 'receivedOn'
      ? LocalDate | null
      : Dossier[K]
    : Dossier[K];
};

const TEXTS = [
  'procedureCode',
  'procedureName',
  'field',
  'applicantName',
  'personId',
  'handler',
  'note',
] as const;

/** An empty form for a dossier received today. */
export function blankDraft(today: LocalDate): DossierDraft {
  return {
    code: '',
    procedureCode: null,
    procedureName: null,
    field: null,
    applicantName: null,
    personId: null,
    channel: null,
    receivedOn: today,
    dueOn: null,
    reappointedDueOn: null,
    finishedOn: null,
    returnedOn: null,
    status: 'accepted',
    outcome: null,
    componentsDigitised: null,
    resultDigitised: null,
    inSoftware: null,
    paperParallel: null,
    handler: null,
    note: null,
    suspensions: [],
  };
}

/** What was typed as a record: blanks trimmed, empty texts as "not known". */
export function tidyDraft(draft: DossierDraft): DossierDraft {
  const tidy: DossierDraft = { ...draft, code: draft.code.normalize('NFC').trim() };
  for (const key of TEXTS) {
    const text = (draft[key] ?? '').normalize('NFC').trim();
    tidy[key] = text === '' ? null : text;
  }
  return tidy;
}

/**
 * The form's rules: the contract's schema, and what makes a record impossible (`dossierBreaches`).
 * Messages are keys of `dossiers:form.errors`, with a date after a blank where the words need one.
 */
export const draftSchema = z
  .custom<DossierDraft>((value) => typeof value === 'object' && value !== null)
  .transform(tidyDraft)
  .pipe(dossier)
  .superRefine((record, context) => {
    for (const { field, code } of dossierBreaches(record)) {
      // A missing number is the schema's own finding.
      if (code === 'CODE_MISSING') continue;
      const message =
        field === 'suspensions'
          ? 'spans'
          : code === 'DATE_ORDER'
            ? `dateBefore ${formatDate(record.receivedOn)}`
            : 'dateNeeded';
      context.addIssue({ code: 'custom', path: [field], message });
    }
  });

/** Words of a form error: key of `dossiers:form.errors` with its parameters. */
export interface DraftError {
  readonly key:
    | 'required'
    | 'nothing'
    | 'dateBefore'
    | 'dateNeeded'
    | 'spans'
    | 'duplicate'
    | 'maskedNumber'
    | 'tooLong'
    | 'invalid';
  readonly params: Readonly<Record<string, string>>;
}

const WITHOUT_PARAMS: ReadonlySet<string> = new Set([
  'nothing',
  'dateNeeded',
  'spans',
  'duplicate',
  'maskedNumber',
] satisfies DraftError['key'][]);

/** Reads an error of the schema (zod issue code as `type`, message as above) into words. */
export function draftError(
  error: { readonly type?: unknown; readonly message?: string | undefined },
  value: unknown,
): DraftError {
  const [key = '', ...rest] = (error.message ?? '').split(' ');
  if (key === 'dateBefore') return { key, params: { date: rest.join(' ') } };
  if (WITHOUT_PARAMS.has(key)) return { key: key as DraftError['key'], params: {} };
  if (
    value === null ||
    value === undefined ||
    value === '' ||
    (typeof value === 'string' && value.trim() === '')
  )
    return { key: 'required', params: {} };
  if (error.type === 'too_big')
    return { key: 'tooLong', params: { n: (/\d+/.exec(error.message ?? '') ?? [''])[0] } };
  return { key: 'invalid', params: {} };
}
