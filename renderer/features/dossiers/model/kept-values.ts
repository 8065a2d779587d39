import type { Dossier, DossierField } from '#shared/domain/dossier.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { blankDraft, type DossierDraft } from './form-schema.ts';

/** Fields that no two dossiers share: they are never kept. */
const OWN: readonly DossierField[] = ['code', 'suspensions'];
/** What is chosen together is repeated and kept together. */
const PROCEDURE: readonly DossierField[] = ['procedureName', 'procedureCode', 'field'];

/** The fields that go along with one: the procedure brings its code and its field of administration. */
export function together(field: DossierField): readonly DossierField[] {
  return field === 'procedureName' ? PROCEDURE : [field];
}

/** Whether a field's value can be kept for the next dossier. */
export function canKeep(field: DossierField): boolean {
  return !OWN.includes(field);
}

/** Takes the values of some fields over from a record. */
function takeOver(draft: DossierDraft, from: Dossier, fields: readonly DossierField[]): DossierDraft {
  const taken = Object.fromEntries(fields.flatMap(together).map((field) => [field, from[field]]));
  return { ...draft, ...taken };
}

/** The form of the dossier after one that was saved: empty but for the fields that are kept. */
export function draftAfter(saved: Dossier, keep: readonly DossierField[], today: LocalDate): DossierDraft {
  return takeOver(blankDraft(today), saved, keep.filter(canKeep));
}
