import type { LocalDate } from '../local-date.ts';

/**
 * What a field of a ledger holds and therefore how it is typed in, read from a list, checked, shown and exported.
 * `month`: `2024-03`, a reporting month; `year`: a whole year; `ref`: the key of an entry of another ledger;
 * `objective`: id of an objective of a target set; `procedure`: TTHC code; `dossier`: dossier number.
 */
export const FIELD_TYPES = [
  'text',
  'long-text',
  'code',
  'date',
  'month',
  'year',
  'count',
  'hours',
  'percent',
  'choice',
  'yes-no',
  'ref',
  'procedure',
  'dossier',
  'objective',
] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

/** A value of a ledger's field as it is kept: text, days as `LocalDate`, whole numbers or halves, yes or no. */
export type FieldValue = string | number | boolean | null;

/** One field of a ledger. Built by the functions below, which give it the type of its values. */
export interface Field<V extends FieldValue = FieldValue> {
  readonly type: FieldType;
  /** A record without it cannot be kept. */
  readonly required: boolean;
  /** Longest text in characters, or largest number. */
  readonly max: number;
  /** Smallest number. */
  readonly min: number;
  /** Values of a `choice` in their order, with the words by which lists write each, `|` between; the first is ours. */
  readonly choices: Readonly<Record<string, string>> | null;
  /** The ledger a `ref` points into. */
  readonly ref: string | null;
  /** Headings by which lists call the field, `|` between; the first is the one an export writes. */
  readonly headings: string;
  /** Never set; carries the type of the values. */
  readonly value?: V;
}

interface Options<R extends boolean> {
  readonly headings: string;
  readonly required?: R;
  readonly max?: number;
  readonly min?: number;
}

type Value<V extends FieldValue, R extends boolean> = R extends true ? V : V | null;

function field<V extends FieldValue, R extends boolean>(
  type: FieldType,
  options: Options<R>,
  more: Partial<Field> = {},
): Field<Value<V, R>> {
  const { headings, required = false, max = 200, min = 0 } = options;
  return { type, required, max, min, choices: null, ref: null, headings, ...more } as Field<Value<V, R>>;
}

/** One line of text, at most 200 characters unless said otherwise. */
export const text = <R extends boolean = false>(options: Options<R>) => field<string, R>('text', options);
/** Text of several lines, at most 2,000 characters unless said otherwise. */
export const longText = <R extends boolean = false>(options: Options<R>) =>
  field<string, R>('long-text', { max: 2000, ...options });
/** A number or sign that people give to a thing; kept as written, compared without blanks and in upper case. */
export const code = <R extends boolean = false>(options: Options<R>) =>
  field<string, R>('code', { max: 60, ...options });
/** A local day. */
export const date = <R extends boolean = false>(options: Options<R>) => field<LocalDate, R>('date', options);
/** A reporting month, `YYYY-MM`. */
export const month = <R extends boolean = false>(options: Options<R>) => field<string, R>('month', options);
/** A year, 1901 to 2198. */
export const year = <R extends boolean = false>(options: Options<R>) =>
  field<number, R>('year', { min: 1901, max: 2198, ...options });
/** A number of things, from 0. */
export const count = <R extends boolean = false>(options: Options<R>) =>
  field<number, R>('count', { max: 10_000_000, ...options });
/** Hours in steps of one half. */
export const hours = <R extends boolean = false>(options: Options<R>) =>
  field<number, R>('hours', { max: 10_000, ...options });
/** A whole percentage, 0 to 100. */
export const percent = <R extends boolean = false>(options: Options<R>) =>
  field<number, R>('percent', { max: 100, ...options });
export const yesNo = <R extends boolean = false>(options: Options<R>) => field<boolean, R>('yes-no', options);
/** TTHC code such as `1.001193`. */
export const procedure = <R extends boolean = false>(options: Options<R>) =>
  field<string, R>('procedure', { max: 20, ...options });
/** A dossier number; the dossier need not be in the book. */
export const dossier = <R extends boolean = false>(options: Options<R>) =>
  field<string, R>('dossier', { max: 60, ...options });
/** Id of an objective such as `2.3`. */
export const objective = <R extends boolean = false>(options: Options<R>) =>
  field<string, R>('objective', { max: 20, ...options });
/** The key of an entry of another ledger; that entry must exist. */
export const ref = <R extends boolean = false>(ledger: string, options: Options<R>) =>
  field<string, R>('ref', { max: 60, ...options }, { ref: ledger });
/** One of a closed list of values. */
export const choice = <const C extends Readonly<Record<string, string>>, R extends boolean = false>(
  choices: C,
  options: Options<R>,
) => field<keyof C & string, R>('choice', options, { choices });

/** The fields of a ledger by name, in the order of its form and its export. */
export type Fields = Readonly<Record<string, Field>>;

/** The record of a ledger, from its fields. */
export type RecordOf<F extends Fields> = {
  readonly [K in keyof F]: F[K] extends Field<infer V> ? V : never;
};
