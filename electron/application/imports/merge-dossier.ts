import {
  DOSSIER_FIELDS,
  type Dossier,
  type DossierField,
  type DossierStatus,
} from '#shared/domain/dossier.ts';
import { resolvedOn } from '#shared/domain/dossier-facts.ts';
import { dossierBreaches, type RuleBreach } from '#shared/domain/dossier-rules.ts';
import { numberKey } from '#shared/domain/person-number.ts';
import { tidyText } from '#shared/import/cells.ts';
import { sameSuspensions } from '#shared/import/suspensions-text.ts';
import type { RecordPatch } from '#shared/import/types.ts';
import { foldWords } from '#shared/text/fold.ts';
import type { ProcedureLookup } from '../dossiers/procedure-lookup.ts';
import type { KnownDossier } from '../ports.ts';
import { settleNumber } from './masked-number.ts';

/** What a good row of a list comes to, compared with what is known. */
export type Merge =
  | {
      readonly kind: 'added';
      readonly record: Dossier;
      readonly issuesDocument: boolean | null;
      readonly unknownProcedure: DossierField | null;
      /** The row's ID number has hidden digits and was left out. */
      readonly numberLeftOut: boolean;
    }
  | {
      readonly kind: 'updated' | 'unchanged';
      readonly record: Dossier;
      readonly issuesDocument: boolean | null;
      readonly unknownProcedure: DossierField | null;
      readonly numberLeftOut: boolean;
      /** Fields the list has a column for but leaves empty, while a value is known; the value stays. */
      readonly kept: readonly DossierField[];
    }
  | { readonly kind: 'conflict'; readonly fields: readonly DossierField[] }
  | { readonly kind: 'breach'; readonly breaches: readonly RuleBreach[]; readonly record: Dossier };

export interface MergeRules {
  readonly procedures: ProcedureLookup;
  readonly acceptConflicts: boolean;
  /** Fields for which the list has a column. */
  readonly mapped: readonly DossierField[];
}

/**
 * Merges a row into what is known of its dossier. Only what the row states changes; an empty cell never erases; a
 * dossier of a one-stop list is in the software unless the list says otherwise (counting.md). Another person or
 * procedure under a known code is a conflict unless conflicts are accepted. A masked number stands for the known one.
 * The rules hold for the merged record.
 */
export function mergeDossier(
  stated: RecordPatch,
  derived: readonly DossierField[],
  known: KnownDossier | null,
  rules: MergeRules,
): Merge {
  const settled = settleNumber(stated, known?.record ?? null);
  if (settled.kind === 'conflict') return { kind: 'conflict', fields: ['personId'] };
  const { patch } = settled;
  const numberLeftOut = settled.kind === 'left-out';
  if (!known) return addRecord(patch, rules.procedures, numberLeftOut);
  const before = known.record;
  const given = withProcedureCode(patch, rules.procedures);
  if (!rules.acceptConflicts) {
    const fields = conflicts(given, before);
    if (fields.length > 0) return { kind: 'conflict', fields };
  }
  const saysLess = isOlderState(given, before);
  const movesBack = isFormerDueDay(given, before);
  let record: Record<string, unknown> | null = known.deleted ? { ...before } : null;
  for (const field of Object.keys(given) as DossierField[]) {
    // The code as first written stays; what only follows from dates does not overrule what was stated.
    if (field === 'code' || isSame(field, before[field], given[field]) || derived.includes(field)) continue;
    if (field === 'status' && saysLess) continue;
    if (field === 'dueOn' && movesBack) continue;
    record ??= { ...before };
    record[field] = given[field];
  }
  const kept = keptOf(given, before, rules.mapped, saysLess, movesBack);
  const unknownProcedure = unknownProcedureOf(given, rules.procedures);
  if (record === null)
    return {
      kind: 'unchanged',
      record: before,
      issuesDocument: known.issuesDocument,
      unknownProcedure,
      numberLeftOut,
      kept,
    };
  const merged = record as unknown as Dossier;
  const breaches = dossierBreaches(merged);
  if (breaches.length > 0) return { kind: 'breach', breaches, record: merged };
  const asked = merged.procedureCode !== before.procedureCode || merged.receivedOn !== before.receivedOn;
  const issuesDocument = asked
    ? rules.procedures.issuesDocument(merged.procedureCode, merged.receivedOn)
    : known.issuesDocument;
  return { kind: 'updated', record: merged, issuesDocument, unknownProcedure, numberLeftOut, kept };
}

/** Statuses of a dossier that is still being worked on. */
const OPEN: readonly DossierStatus[] = ['accepted', 'processing', 'supplement', 'payment', 'paused'];

/**
 * An older list after a newer one: it calls a dossier open whose end is known, and gives no end itself. Its status
 * would contradict the kept dates and turn a refusal into an approval, so the known one stays.
 */
function isOlderState(given: RecordPatch, known: Dossier): boolean {
  return (
    OPEN.includes(given.status) &&
    !OPEN.includes(known.status) &&
    resolvedOn(known) !== null &&
    given.finishedOn === undefined &&
    given.returnedOn === undefined
  );
}

/** The due day that a recorded suspension replaced: a list that still gives it moves nothing back. */
function isFormerDueDay({ dueOn }: RecordPatch, { suspensions }: Dossier): boolean {
  return dueOn !== undefined && suspensions.some(({ dueBefore }) => dueBefore === dueOn);
}

/**
 * Whether a row says what is known: the same value; or text that differs only in blanks and line ends, which a list
 * does not keep; or that it is not known, which erases nothing.
 */
function isSame(
  field: DossierField,
  before: Dossier[DossierField],
  given: Dossier[DossierField] | undefined,
): boolean {
  if (before === given || given === null) return true;
  if (typeof before === 'string' && typeof given === 'string')
    return field === 'personId'
      ? personKey(before) === personKey(given)
      : tidyText(before) === tidyText(given);
  return (
    typeof before === 'object' &&
    typeof given === 'object' &&
    before !== null &&
    sameSuspensions(before, given)
  );
}

const NOTHING_KEPT: readonly DossierField[] = [];

function keptOf(
  given: RecordPatch,
  known: Dossier,
  mapped: readonly DossierField[],
  saysLess: boolean,
  movesBack: boolean,
): readonly DossierField[] {
  let kept: DossierField[] | null = saysLess ? ['status'] : null;
  if (movesBack && given.dueOn !== known.dueOn) kept = [...(kept ?? []), 'dueOn'];
  for (const field of mapped) {
    const value = known[field];
    if (value === null || (given[field] ?? undefined) !== undefined) continue;
    if (typeof value === 'object' && value.length === 0) continue;
    kept ??= [];
    kept.push(field);
  }
  return kept ?? NOTHING_KEPT;
}

function addRecord(patch: RecordPatch, procedures: ProcedureLookup, numberLeftOut: boolean): Merge {
  const given = withProcedureCode(patch, procedures);
  const record = newRecord(given);
  const breaches = dossierBreaches(record);
  if (breaches.length > 0) return { kind: 'breach', breaches, record };
  const issuesDocument = procedures.issuesDocument(record.procedureCode, record.receivedOn);
  const unknownProcedure = unknownProcedureOf(given, procedures);
  return { kind: 'added', record, issuesDocument, unknownProcedure, numberLeftOut };
}

const NO_SUSPENSIONS: Dossier['suspensions'] = [];

/** A record of what a row states; written out, because this is done for every row of a first load. */
function newRecord(given: RecordPatch): Dossier {
  return {
    code: given.code,
    procedureCode: given.procedureCode ?? null,
    procedureName: given.procedureName ?? null,
    field: given.field ?? null,
    applicantName: given.applicantName ?? null,
    personId: given.personId ?? null,
    channel: given.channel ?? null,
    receivedOn: given.receivedOn,
    dueOn: given.dueOn ?? null,
    reappointedDueOn: given.reappointedDueOn ?? null,
    finishedOn: given.finishedOn ?? null,
    returnedOn: given.returnedOn ?? null,
    status: given.status,
    outcome: given.outcome ?? null,
    componentsDigitised: given.componentsDigitised ?? null,
    resultDigitised: given.resultDigitised ?? null,
    inSoftware: given.inSoftware === undefined ? true : given.inSoftware,
    paperParallel: given.paperParallel ?? null,
    handler: given.handler ?? null,
    note: given.note ?? null,
    suspensions: given.suspensions ?? NO_SUSPENSIONS,
  };
}

/** A list that only names the procedure gets its code where exactly one procedure in force has that name. */
function withProcedureCode(patch: RecordPatch, procedures: ProcedureLookup): RecordPatch {
  if (patch.procedureCode !== undefined || patch.procedureName === undefined) return patch;
  const procedure = procedures.byName(patch.procedureName, patch.receivedOn);
  return procedure ? { ...patch, procedureCode: procedure.code } : patch;
}

function unknownProcedureOf(given: RecordPatch, procedures: ProcedureLookup): DossierField | null {
  if (given.procedureCode === undefined) return given.procedureName === undefined ? null : 'procedureName';
  return procedures.byCode(given.procedureCode, given.receivedOn) === null ? 'procedureCode' : null;
}

function conflicts(given: RecordPatch, known: Dossier): DossierField[] {
  const fields: DossierField[] = [];
  if (
    given.personId !== undefined &&
    known.personId !== null &&
    given.personId !== known.personId &&
    personKey(given.personId) !== personKey(known.personId)
  )
    fields.push('personId');
  if (given.procedureCode !== undefined && known.procedureCode !== null) {
    if (given.procedureCode !== known.procedureCode) fields.push('procedureCode');
  } else if (
    given.procedureName !== undefined &&
    known.procedureName !== null &&
    given.procedureName !== known.procedureName &&
    foldWords(given.procedureName) !== foldWords(known.procedureName)
  ) {
    fields.push('procedureName');
  }
  return fields;
}

/** The form in which person ids are compared. */
function personKey(id: string): string {
  return numberKey(foldWords(id));
}

/** Fields in which two records differ. */
export function changedFields(before: Dossier, after: Dossier): DossierField[] {
  return DOSSIER_FIELDS.filter((field) => !sameValue(before[field], after[field]));
}

function sameValue(a: Dossier[DossierField], b: Dossier[DossierField]): boolean {
  if (a === b) return true;
  return a !== null && b !== null && typeof a === 'object' && typeof b === 'object' && sameSuspensions(a, b);
}
