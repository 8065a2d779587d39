import type { Dossier, DossierField, DossierStatus } from '../domain/dossier.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { CellRemark, Inspection } from '../ipc/contract/imports.ts';

/**
 * A day (and perhaps a time of day) as a spreadsheet keeps it: a serial number under a date format, already brought
 * to the 1900 epoch. The reader keeps the number and not a `Date`, so that no time zone can leak in.
 */
export class DateCell {
  /** Days since 1899-12-30, the fraction being the time of day. */
  readonly serial: number;
  constructor(serial: number) {
    this.serial = serial;
  }
}

/** A cell that holds no value: an error such as `#N/A`, or a formula whose result the file does not contain. */
export class BrokenCell {
  readonly kind: 'error' | 'uncached';
  readonly text: string;
  constructor(kind: 'error' | 'uncached', text: string) {
    this.kind = kind;
    this.text = text;
  }
}

/** A number that its cell shows as a percentage: 0.8 under `0%` is 80 %. */
export class PercentCell {
  readonly fraction: number;
  constructor(fraction: number) {
    this.fraction = fraction;
  }
}

/** One cell as it comes out of any reader; null where the cell is empty. Text is not yet normalised. */
export type RawCell = string | number | boolean | DateCell | PercentCell | BrokenCell | null;

/** One row of a sheet: its own number (1-based, as Excel shows it) and its cells from column A on. */
export interface RawRow {
  readonly row: number;
  readonly cells: readonly RawCell[];
}

/** What one row of a list says about a dossier: the code and only the fields that the row gives. */
export type DossierPatch = { code: string } & {
  -readonly [F in Exclude<DossierField, 'code'>]?: DossierPatchValue<F>;
};
/** Never null, but for the one fact of which a list can say that it is not known. */
type DossierPatchValue<F extends DossierField> = F extends 'inSoftware'
  ? boolean | null
  : Exclude<Dossier[F], null>;

/** A patch that may be written: besides the code it always has the day of receipt and a status. */
export type RecordPatch = DossierPatch & { receivedOn: LocalDate; status: DossierStatus };

/** What one row of a list says about an entry of a ledger: only the fields that the row gives. */
export type EntryPatch = Readonly<Record<string, string | number | boolean>>;

/** Why a row under the header is no record. */
export type IgnoredWhy = 'total' | 'signature' | 'note' | 'repeated-header';

/** What became of one row under the header. Blank rows are not reported at all. */
export type RowOutcome<V = RecordPatch> =
  | {
      readonly kind: 'record';
      readonly row: number;
      readonly values: V;
      /**
       * Fields of `values` that the row does not state itself but that follow from its dates: `status` where the list
       * has no such column or the cell is empty. They fill a new record; they must not overrule what is known.
       */
      readonly derived: readonly (keyof V & string)[];
      /** Remarks that leave the row good. */
      readonly remarks: readonly CellRemark[];
    }
  | {
      readonly kind: 'bad';
      readonly row: number;
      /** How the record is named, where that could be read. */
      readonly code: string | null;
      /** At least one; one entry for each wrong cell, then the remarks of the row. */
      readonly remarks: readonly CellRemark[];
      /** What could be read all the same. */
      readonly values: Partial<V>;
    }
  | { readonly kind: 'ignored'; readonly row: number; readonly why: IgnoredWhy };

/**
 * A mapping somebody corrected by hand, kept by the headings of the list it was made for: the next list with the
 * same headings, in whatever order, is read the same way.
 */
export interface RememberedMapping {
  /** Keys of the list's headings, sorted; headings that never belong to a field are left out. */
  readonly headings: readonly string[];
  /** Field → key of the heading above its column. */
  readonly fields: Readonly<Record<string, string>>;
}

/** What is known of a file once its header is found. */
export interface ImportHeader {
  readonly format: Inspection['format'];
  readonly sheet: string | null;
  /** 1-based number of the lowest header row. */
  readonly headerRow: number;
  /** Field → heading of the file (the lowest one above the column). */
  readonly mapping: Readonly<Record<string, string>>;
  readonly encoding: string | null;
  readonly delimiter: string | null;
  /** SHA-256 of the file's bytes, lower-case hexadecimal; of the very bytes that the rows come from. */
  readonly sha256: string;
  /** The mapping chosen by hand, in the form in which it is remembered; null when nothing was chosen. */
  readonly remember?: RememberedMapping | null;
  /** Other sheets that hold lists of the same kind and are not read; empty when the sheet was chosen by hand. */
  readonly otherLists?: readonly string[];
}

/** How far reading has come: rows passed so far, and the share (0–1) of the file, null where unknown. */
export interface ReadProgress {
  readonly rows: number;
  readonly share: number | null;
}

/** What the reader needs from its caller. */
export interface ReadContext {
  /** Cancels the reading (`CANCELLED`); an `AbortSignal` fits. */
  readonly signal?: { readonly aborted: boolean };
  readonly onProgress?: (progress: ReadProgress) => void;
  /** Today; days later than it are remarked (`DATE_FUTURE`). Without it no day is called future. */
  readonly today?: LocalDate;
  /** Language of the messages of remarks; Vietnamese by default. */
  readonly language?: 'vi' | 'en';
}

/** A file being read: its header, and its rows in batches of about a thousand. Reading goes on while batches are asked for. */
export interface RecordSource<V = RecordPatch> {
  readonly header: ImportHeader;
  readonly batches: AsyncIterable<RowOutcome<V>[]>;
}
