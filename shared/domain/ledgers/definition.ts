import type { Fields, FieldValue, RecordOf } from './field.ts';

/** A rule that a record breaks, at the field where it shows. */
export interface LedgerBreach<N extends string = string> {
  readonly field: N;
  readonly code: LedgerBreachCode;
  /** What the value was compared with: the parts and their sum, the whole, the earlier day. */
  readonly than?: { readonly fields: readonly N[]; readonly value: FieldValue };
}

/**
 * What can be wrong with a record beside a single cell. `REQUIRED`: nothing given; `DATE_ORDER`: an end before its
 * beginning; `SUM_MISMATCH`: parts do not add up to their whole; `PART_TOO_LARGE`: a part larger than its whole;
 * `VALUE_INVALID`: of the wrong form; `VALUE_TOO_LONG`, `VALUE_TOO_LARGE`: beyond the field's bounds;
 * `REF_UNKNOWN`: no such entry; `DUPLICATE_KEY`: another record is the same thing; `PERIODS_OVERLAP`: the same post
 * or certificate at the same time twice.
 */
export const LEDGER_BREACH_CODES = [
  'REQUIRED',
  'DATE_ORDER',
  'SUM_MISMATCH',
  'PART_TOO_LARGE',
  'VALUE_INVALID',
  'VALUE_TOO_LONG',
  'VALUE_TOO_LARGE',
  'REF_UNKNOWN',
  'DUPLICATE_KEY',
] as const;
export type LedgerBreachCode = (typeof LEDGER_BREACH_CODES)[number];

/** Where a ledger is shown: among the other records, with objectives and plan, or in the settings. */
export const LEDGER_PLACES = ['records', 'plan', 'settings'] as const;
export type LedgerPlace = (typeof LEDGER_PLACES)[number];

/** What a ledger is: its fields and what is said about them. Everything else about a ledger follows from this. */
export interface LedgerDefinition<F extends Fields = Fields, Id extends string = string> {
  readonly id: Id;
  readonly place: LedgerPlace;
  readonly fields: F;
  /** Fields that together say which thing a record is about: a second record with the same ones is the same. */
  readonly key: readonly (keyof F & string)[];
  /** A field that is part of the key only where it is given: records of before it came keep their key. */
  readonly keyBeside: (keyof F & string) | null;
  /** Records with the same key may be different things (anonymous answers): the n-th of them stands for itself. */
  readonly repeatable: boolean;
  /** Day or month by which lists are sorted, newest first, and cut to a period. */
  readonly day: keyof F & string;
  /** The first code that is proposed where codes run on, with `{year}` for the year; null: none is proposed. */
  readonly firstCode: string | null;
  /** Columns of the table, the first two being what people recognise a record by. */
  readonly columns: readonly (keyof F & string)[];
  /** A duty with a day: `on` until `done` is given. `remindDays`: calendar days ahead from which it is due soon. */
  readonly due: {
    readonly on: keyof F & string;
    readonly done: (keyof F & string) | null;
    readonly remindDays: number;
  } | null;
  /** What is wrong with a record beyond its single fields. */
  readonly breaches: (record: RecordOf<F>) => readonly LedgerBreach<keyof F & string>[];
  /** Facts that a figure needs and the record lacks (missingData, and the list of what is to be completed). */
  readonly lacks: (record: RecordOf<F>) => readonly (keyof F & string)[];
}

type Described<F extends Fields, Id extends string> = Pick<
  LedgerDefinition<F, Id>,
  'id' | 'place' | 'fields' | 'key' | 'day' | 'columns'
> &
  Partial<
    Pick<LedgerDefinition<F, Id>, 'keyBeside' | 'repeatable' | 'firstCode' | 'due' | 'breaches' | 'lacks'>
  >;

/** Defines a ledger; what is left out is the usual: not repeatable, nothing due, no rules of its own. */
export function defineLedger<const F extends Fields, const Id extends string>(
  described: Described<F, Id>,
): LedgerDefinition<F, Id> {
  return {
    keyBeside: null,
    repeatable: false,
    firstCode: null,
    due: null,
    breaches: () => [],
    lacks: () => [],
    ...described,
  };
}

/** The record of a ledger. */
export type LedgerRecord<D> = D extends LedgerDefinition<infer F> ? RecordOf<F> : never;
/** A record of whichever ledger. */
export type AnyRecord = Readonly<Record<string, FieldValue>>;

/** A record with nothing in it. */
export function emptyRecord(ledger: Pick<LedgerDefinition, 'fields'>): AnyRecord {
  return Object.fromEntries(Object.keys(ledger.fields).map((name) => [name, null]));
}

/** `earlier` after `later`, both given: a breach at `later`. */
export function notBefore<N extends string>(
  record: Readonly<Record<string, FieldValue>>,
  earlier: N,
  later: N,
): LedgerBreach<N>[] {
  const from = record[earlier];
  const to = record[later];
  return typeof from === 'string' && typeof to === 'string' && to < from
    ? [{ field: later, code: 'DATE_ORDER', than: { fields: [earlier], value: from } }]
    : [];
}
