import type { Balance, CellRemark, ImportEntry } from '#shared/ipc/contract/imports.ts';

/** What an import leaves behind for ever. */
export interface ImportRecord extends Balance {
  readonly file: string;
  readonly sha256: string;
  readonly kind: ImportEntry['kind'];
  readonly sheet: string | null;
  readonly headerRow: number;
  readonly mapping: Readonly<Record<string, string>>;
  readonly badRows: readonly CellRemark[];
}

/**
 * Why an import cannot be undone, with how people name the records that stand against it (at most 20): those changed
 * since, or entries of other ledgers that refer to what it added.
 */
export interface Hindrance {
  readonly code: 'ALREADY_UNDONE' | 'CHANGED_SINCE' | 'REFERRED_TO';
  readonly codes: readonly string[];
}

export interface ImportStore {
  /** Newest first. */
  list(): ImportEntry[];
  get(id: number): (ImportRecord & ImportEntry) | null;
  hindrance(id: number): Hindrance | null;
}
