import type { LedgerDefinition } from '#shared/domain/ledgers/definition.ts';
import { refKey } from '#shared/domain/ledgers/entry-rules.ts';
import type { Field } from '#shared/domain/ledgers/field.ts';
import { type LedgerId, ledgerOf } from '#shared/domain/ledgers/registry.ts';
import { addDays, type LocalDate } from '#shared/domain/local-date.ts';
import type { EntryFilter } from '#shared/ipc/contract/ledgers.ts';
import { foldWords } from '#shared/text/fold.ts';
import { ENTRY_LOG } from './change-log.ts';
import { storedDay } from './days.ts';
import { pathOf, referencesOf, writtenReferences } from './entry-refs.ts';
import { importedRecords } from './import-tables.ts';
import type { Connection, SqlValue } from './open-database.ts';

/** A condition and the values it is given. */
type Condition = readonly [string, ...SqlValue[]];

/** Holds for no entry. */
const NOTHING: Condition = ['id = 0'];

/** A filter as SQL over table `entry`. */
export function entryConditions(
  ledger: LedgerId,
  filter: EntryFilter,
  today: LocalDate,
  db: Connection,
): { readonly where: string; readonly values: readonly SqlValue[] } {
  const definition = ledgerOf(ledger);
  const conditions: Condition[] = [
    ['ledger = ?', ledger],
    [filter.deleted ? 'deleted = 1' : 'deleted = 0'],
    ...dayConditions(filter),
    ...dueConditions(definition, filter.due, today),
    ...lackConditions(filter.lacks),
    ...Object.entries(filter.equals ?? {}).map(([field, value]) => equals(db, ledger, field, value)),
    ...importConditions(filter.importId, db),
    ...searchConditions(ledger, filter.search, db),
  ];
  return {
    where: conditions.map(([sql]) => sql).join(' AND '),
    values: conditions.flatMap(([, ...values]) => values),
  };
}

function dayConditions({ from, to }: EntryFilter): Condition[] {
  const conditions: Condition[] = [];
  if (from !== undefined) conditions.push(['day >= ?', storedDay(from)]);
  if (to !== undefined) conditions.push(['day <= ?', storedDay(to)]);
  return conditions;
}

function dueConditions({ due }: LedgerDefinition, state: EntryFilter['due'], today: LocalDate): Condition[] {
  if (state === undefined) return [];
  if (due === null) return [NOTHING];
  // Said first for the index that holds only what is due.
  const open: Condition = ['due_on IS NOT NULL'];
  switch (state) {
    case 'open':
      return [open];
    case 'overdue':
      return [open, ['due_on < ?', storedDay(today)]];
    case 'due-soon':
      return [open, ['due_on BETWEEN ? AND ?', storedDay(today), storedDay(addDays(today, due.remindDays))]];
    case 'done':
      return due.done === null ? [NOTHING] : [['json_extract(record, ?) IS NOT NULL', pathOf(due.done)]];
  }
}

function lackConditions(lacks: string | undefined): Condition[] {
  if (lacks === undefined) return [];
  // Said first for the index that holds only what lacks something.
  const some: Condition = ["lacks <> ''"];
  return lacks === 'any' ? [some] : [some, ['instr(lacks, ?) > 0', ` ${lacks} `]];
}

function equals(db: Connection, ledger: LedgerId, name: string, value: string): Condition {
  const { fields } = ledgerOf(ledger);
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
  // A field that the ledger does not have is empty in all its entries.
  if (!field) return value === '' ? ['id > 0'] : NOTHING;
  if (value === '') return ['json_extract(record, ?) IS NULL', pathOf(name)];
  const reference = referencesOf(ledger).find((one) => one.field === name);
  if (reference) return isOneOf(name, writtenReferences(db, reference, new Set([refKey(value)])));
  const stored = storedValue(field, value);
  return stored === null ? NOTHING : ['json_extract(record, ?) = ?', pathOf(name), stored];
}

/** A value of a filter as JSON gives it; null when the field can hold no such value. */
function storedValue(field: Field, value: string): SqlValue {
  switch (field.type) {
    case 'yes-no':
      return value === 'true' ? 1 : value === 'false' ? 0 : null;
    case 'count':
    case 'year':
    case 'percent':
    case 'hours':
      return Number.isFinite(Number(value)) ? Number(value) : null;
    default:
      return value;
  }
}

function isOneOf(field: string, values: readonly string[]): Condition {
  return [
    'json_extract(record, ?) IN (SELECT value FROM json_each(?))',
    pathOf(field),
    JSON.stringify(values),
  ];
}

function importConditions(importId: number | undefined, db: Connection): Condition[] {
  if (importId === undefined) return [];
  const imported = importedRecords(db, ENTRY_LOG, importId);
  return imported === null ? [NOTHING] : [[imported.sql, ...imported.values]];
}

/** Every word must stand in a text of the entry, or in that of an entry it refers to (the name of the staff). */
function searchConditions(ledger: LedgerId, search: string | undefined, db: Connection): Condition[] {
  const words = foldWords(search ?? '')
    .split(' ')
    .filter((word) => word !== '');
  return words.map((word) => {
    const referred = referencesOf(ledger).flatMap((reference): Condition[] => {
      const keys = db.column<string>(
        'SELECT key FROM entry WHERE ledger = ? AND instr(search, ?) > 0',
        reference.to,
        word,
      );
      return keys.length === 0
        ? []
        : [isOneOf(reference.field, writtenReferences(db, reference, new Set(keys)))];
    });
    const any: Condition[] = [['instr(search, ?) > 0', word], ...referred];
    const [sql, values] = [any.map(([part]) => part).join(' OR '), any.flatMap(([, ...rest]) => rest)];
    return [`(${sql})`, ...values];
  });
}
