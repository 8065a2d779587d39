import type { LocalDate } from '../domain/local-date.ts';
import type { ImportKind } from '../ipc/contract/imports.ts';
import type { ImportField } from './fields.ts';
import type { RemarkCode } from './remark-codes.ts';
import type { RemarkWords } from './remarks.ts';
import type { RawCell } from './types.ts';

/** Something wrong or remarkable about a cell of a row. */
export interface Problem<F extends string = string> {
  readonly code: RemarkCode;
  readonly field: F;
  readonly cell: RawCell | undefined;
  readonly words?: RemarkWords | undefined;
  readonly more?: Readonly<Record<string, string | number>> | undefined;
}

/** A row whose cells have been read, while it is judged as a whole. */
export interface RowInHand<V> {
  /** What the row states; judging may complete it. */
  readonly values: Partial<V>;
  readonly today: LocalDate | undefined;
  /** Whether the list has a column for the field. */
  has(field: keyof V & string): boolean;
  /** The field's cell as its reader sees it. */
  text(field: keyof V & string): string;
  /** Whether an error was found at the field. */
  isWrong(field: keyof V & string): boolean;
  add(
    code: RemarkCode,
    field: keyof V & string,
    words?: RemarkWords,
    more?: Readonly<Record<string, string | number>>,
  ): void;
}

/**
 * What differs between lists of one kind of record and those of another. Everything else about reading a list
 * (finding the header, matching headings, telling records from footers, remarks, bad rows) is the same for all.
 */
export interface RecordKind<V> {
  readonly id: ImportKind;
  readonly fields: readonly ImportField<keyof V & string>[];
  /** Keys of headings that belong to no field; they keep a look-alike from being taken for one. */
  readonly otherKeys: ReadonlySet<string>;
  /** The columns by which a row is told from a footer: the one that names the record, and that of its day. */
  readonly code: (keyof V & string) | null;
  readonly codeLike: RegExp;
  readonly day: keyof V & string;
  /** Key fields that are words and no codes. */
  readonly wordKeys: readonly (keyof V & string)[];
  /** Judges a row by itself; returns the fields of its values that it does not state but that follow from others. */
  readonly judge: (row: RowInHand<V>) => readonly (keyof V & string)[];
  /** The form in which a second row about the same thing is found; null when the row does not say, or may repeat. */
  readonly fileKey: (values: Partial<V>) => string | null;
  /** Field at which a second row about the same thing is reported. */
  readonly keyField: keyof V & string;
  /** How people name the record; null when the row does not say. */
  readonly title: (values: Partial<V>) => string | null;
  /** What else people recognise the record by. */
  readonly summary: (values: Partial<V>) => string;
}
