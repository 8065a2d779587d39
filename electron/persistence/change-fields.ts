import { DOSSIER_FIELDS, type Dossier, type DossierField } from '#shared/domain/dossier.ts';

type FieldValue = Dossier[DossierField];

/**
 * What one change set did to one dossier: field → [before, after], only fields that differ. `deleted` and
 * `issuesDocument` belong to the stored state and are kept so that the change can be taken back exactly.
 */
export type ChangedFields = { [F in DossierField | 'deleted' | 'issuesDocument']?: [FieldValue, FieldValue] };

/** A record with the state beside it, as far as changes are concerned. */
export interface Changeable {
  readonly record: Dossier;
  readonly issuesDocument: boolean | null;
  readonly deleted: boolean;
}

/** The differences of two states of a dossier; null when there is none. */
export function differences(before: Changeable, after: Changeable): ChangedFields | null {
  let changed: ChangedFields | null = null;
  for (const field of DOSSIER_FIELDS) {
    if (before.record[field] !== after.record[field]) {
      changed ??= {};
      changed[field] = [before.record[field], after.record[field]];
    }
  }
  for (const key of ['deleted', 'issuesDocument'] as const) {
    if (before[key] !== after[key]) {
      changed ??= {};
      changed[key] = [before[key], after[key]];
    }
  }
  return changed;
}

/** The state before a change, from the state after it. */
export function takeBack(after: Changeable, changed: ChangedFields): Changeable {
  const record: Record<string, FieldValue> = { ...after.record };
  let { deleted, issuesDocument } = after;
  for (const [key, [before]] of Object.entries(changed) as [
    keyof ChangedFields,
    [FieldValue, FieldValue],
  ][]) {
    if (key === 'deleted') deleted = before as boolean;
    else if (key === 'issuesDocument') issuesDocument = before as boolean | null;
    else record[key] = before;
  }
  return { record: record as unknown as Dossier, issuesDocument, deleted };
}
