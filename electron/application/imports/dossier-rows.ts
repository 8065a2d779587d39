import { type Dossier, type DossierField, NUMBER_FIELDS } from '#shared/domain/dossier.ts';
import { formatDate, type LocalDate, parseIsoDate } from '#shared/domain/local-date.ts';
import { maskNumber } from '#shared/domain/person-number.ts';
import { dossierSummary } from '#shared/import/dossier-kind.ts';
import { DOSSIER_IMPORT_FIELDS } from '#shared/import/fields.ts';
import { cellRemark, type RemarkLanguage } from '#shared/import/remarks.ts';
import { suspensionsText } from '#shared/import/suspensions-text.ts';
import type { ImportHeader, RecordPatch, RowOutcome } from '#shared/import/types.ts';
import { NO, YES } from '#shared/import/word-names.ts';
import type { CellRemark, Preview } from '#shared/ipc/contract/imports.ts';
import type { ClosedFigures, ClosedGuard } from '../closing/closed-guard.ts';
import type { KnownDossier, WriteTransaction } from '../ports.ts';
import { type ImportTally, shortText } from './import-tally.ts';
import { changedFields, type Merge, type MergeRules, mergeDossier } from './merge-dossier.ts';

/** Takes the rows of a list of dossiers one by one into the book. */
export class DossierRows {
  readonly #tx: WriteTransaction;
  readonly #changeSet: number;
  readonly #tally: ImportTally;
  readonly #header: ImportHeader;
  readonly #rules: MergeRules;
  readonly #language: RemarkLanguage;
  readonly #guard: ClosedGuard | null;
  /** Lists hold runs of new and of known dossiers: after a new one the next is written first and looked up only if known. */
  #expectNew = true;

  constructor(
    tx: WriteTransaction,
    changeSet: number,
    tally: ImportTally,
    header: ImportHeader,
    rules: MergeRules,
    language: RemarkLanguage,
    guard: ClosedGuard | null,
  ) {
    this.#tx = tx;
    this.#changeSet = changeSet;
    this.#tally = tally;
    this.#header = header;
    this.#rules = rules;
    this.#language = language;
    this.#guard = guard;
  }

  take(outcome: RowOutcome): void {
    if (outcome.kind === 'ignored') this.#tally.ignored += 1;
    else if (outcome.kind === 'bad')
      this.#tally.bad(outcome.row, outcome.code, dossierSummary(outcome.values), outcome.remarks);
    else this.#takeRecord(outcome);
  }

  #takeRecord({ row, values, derived, remarks }: Extract<RowOutcome, { kind: 'record' }>): void {
    if (this.#expectNew && this.#takeNew(row, values, derived, remarks)) return;
    const known = this.#tx.dossierByCode(values.code);
    if (known?.changedIn === this.#changeSet) {
      // The reader finds these first; the book is asked all the same, because a code is written only once.
      const twice = this.#remark(row, 'code', values.code, 'DUPLICATE_IN_FILE');
      this.#bad(row, values, [twice], remarks);
      return;
    }
    const merged = mergeDossier(values, derived, known, this.#rules);
    this.#expectNew = known === null;
    if (merged.kind === 'conflict') {
      const errors = merged.fields.map((field) =>
        this.#remark(row, field, shown(field, values[field]), 'CONFLICT'),
      );
      this.#bad(row, values, errors, remarks);
      return;
    }
    if (merged.kind === 'breach') {
      const { breaches, record } = merged;
      const errors = breaches.map(({ field, code }) =>
        this.#remark(row, field, shown(field, record[field]), code),
      );
      this.#bad(row, values, errors, remarks);
      return;
    }
    const refusal = merged.kind === 'unchanged' ? null : this.#refusal(known, merged);
    if (refusal !== null) {
      const closed = this.#remark(row, 'code', values.code, 'PERIOD_CLOSED', { ...refusal });
      this.#bad(row, values, [closed], remarks);
      return;
    }
    if (merged.kind === 'added')
      this.#tx.insertDossier(merged.record, merged.issuesDocument, this.#changeSet);
    if (merged.kind === 'updated' && known) {
      this.#tx.updateDossier(known, merged.record, merged.issuesDocument, this.#changeSet, false);
    }
    this.#good(row, values, merged, known, remarks);
  }

  /** Writes a row as a new dossier; false when its code is known, or when it cannot stand alone. */
  #takeNew(
    row: number,
    values: RecordPatch,
    derived: readonly DossierField[],
    remarks: readonly CellRemark[],
  ): boolean {
    const merged = mergeDossier(values, derived, null, this.#rules);
    if (merged.kind !== 'added' || this.#refusal(null, merged) !== null) return false;
    if (this.#tx.insertNewDossier(merged.record, merged.issuesDocument, this.#changeSet) === null)
      return false;
    this.#good(row, values, merged, null, remarks);
    return true;
  }

  /** The closed figures that a row would change; null where it may be written. */
  #refusal(
    known: KnownDossier | null,
    { record, issuesDocument }: Pick<Extract<Merge, { kind: 'added' }>, 'record' | 'issuesDocument'>,
  ): ClosedFigures | null {
    return this.#guard?.refusalOfDossier(known, { record, issuesDocument, deleted: false }) ?? null;
  }

  #good(
    row: number,
    values: RecordPatch,
    merged: Extract<Merge, { kind: 'added' | 'updated' | 'unchanged' }>,
    known: KnownDossier | null,
    remarks: readonly CellRemark[],
  ): void {
    let found = remarks;
    const note = (
      field: DossierField,
      value: string | null,
      code: 'UNKNOWN_PROCEDURE' | 'KEPT_KNOWN' | 'PERSON_ID_MASKED',
    ): void => {
      if (this.#tally.wants(merged.kind, code)) found = [...found, this.#remark(row, field, value, code)];
      else this.#tally.count(code);
    };
    if (merged.unknownProcedure !== null)
      note(
        merged.unknownProcedure,
        shown(merged.unknownProcedure, values[merged.unknownProcedure]),
        'UNKNOWN_PROCEDURE',
      );
    if (merged.numberLeftOut) note('personId', shown('personId', values.personId), 'PERSON_ID_MASKED');
    if (merged.kind !== 'added') for (const field of merged.kept) note(field, null, 'KEPT_KNOWN');
    const { record } = merged;
    this.#tally.good(
      merged.kind,
      {
        row,
        code: record.code,
        day: record.receivedOn,
        summary: () => dossierSummary(record),
        changes: () => (known === null ? [] : changesOf(known, record)),
      },
      found,
    );
  }

  #bad(
    row: number,
    values: RecordPatch,
    errors: readonly CellRemark[],
    remarks: readonly CellRemark[],
  ): void {
    this.#tally.bad(row, values.code, dossierSummary(values), [...errors, ...remarks]);
  }

  #remark(
    row: number,
    field: DossierField,
    value: string | null,
    code: Parameters<typeof cellRemark>[1]['code'],
    more: Readonly<Record<string, string>> = {},
  ): CellRemark {
    const column = this.#header.mapping[field] ?? null;
    return cellRemark(this.#language, { row, column, value, code }, code, more);
  }
}

function changesOf(known: KnownDossier, record: Dossier): Preview['rows'][number]['changes'] {
  return changedFields(known.record, record).map((field) => ({
    field,
    from: asText(field, known.record[field]),
    to: asText(field, record[field]),
  }));
}

function asText(field: DossierField, value: Dossier[DossierField]): string | null {
  const text = shown(field, value);
  return text === null ? null : shortText(text);
}

const NAMES = new Map(DOSSIER_IMPORT_FIELDS.map(({ field, names }) => [field, names]));

/** A value as people write it and may see it. */
function shown(field: DossierField, value: Dossier[DossierField] | undefined): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'object') return suspensionsText(value);
  if (typeof value === 'boolean') return value ? YES : NO;
  if (NUMBER_FIELDS.has(field)) return maskNumber(value);
  return NAMES.get(field)?.[value] ?? (parseIsoDate(value) === null ? value : formatDate(value as LocalDate));
}
