import type { Dossier } from '#shared/domain/dossier.ts';
import { type LocalDate, parseIsoDate } from '#shared/domain/local-date.ts';
import type { StoredDossier } from '#shared/ipc/contract/dossiers.ts';

/** A day out of ISO text that is known to be one. */
export function day(iso: string): LocalDate {
  const date = parseIsoDate(iso);
  if (date === null) throw new RangeError(iso);
  return date;
}

/** A dossier in which nothing beyond what is required is known. */
export function dossier(changes: Partial<Dossier> = {}): Dossier {
  return {
    code: '000.00.40.H19-240315-0001',
    procedureCode: null,
    procedureName: null,
    field: null,
    applicantName: null,
    personId: null,
    channel: null,
    receivedOn: day('2024-03-01'),
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
    ...changes,
  };
}

export function storedDossier(id: number, changes: Partial<Dossier> = {}): StoredDossier {
  return {
    id,
    version: 1,
    record: dossier({ code: `HS-${id}`, ...changes }),
    overdue: false,
    deleted: false,
  };
}
