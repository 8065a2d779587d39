import type { Dossier } from '../dossier.ts';
import type { AnyRecord } from '../ledgers/definition.ts';
import type { LedgerId } from '../ledgers/registry.ts';

/** Dossiers or another ledger. */
export type MergeLedger = 'dossiers' | LedgerId;

/** A dossier of a book with what the catalogue said of it there. */
interface BookDossier {
  readonly id: number;
  readonly record: Dossier;
  readonly issuesDocument: boolean | null;
}

/** An entry of a ledger of a book. */
export interface BookEntry {
  readonly id: number;
  readonly record: AnyRecord;
}

/** All records of a book that are not in its trash. The first book of a merge is the one that takes in the others. */
export interface MergeBook {
  /** Short and different from that of every other book: stands before a code that another book has too. */
  readonly label: string;
  /** Name of the unit, different from that of every other book. */
  readonly name: string;
  readonly dossiers: readonly BookDossier[];
  readonly entries: { readonly [L in LedgerId]?: readonly BookEntry[] };
}

/** Records of a ledger in a book; only a dossier's says what the catalogue said of it. */
export function recordsOf(
  { dossiers, entries }: Pick<MergeBook, 'dossiers' | 'entries'>,
  ledger: MergeLedger,
): readonly (BookEntry | BookDossier)[] {
  return ledger === 'dossiers' ? dossiers : (entries[ledger] ?? []);
}

/** A record by its place: which book (0 the one that takes in), and its id there. */
export interface BookPlace {
  readonly book: number;
  readonly id: number;
}

/**
 * Labels for units: their codes, with a letter behind where two have the same code (codes were given anew in 2025).
 */
export function labelsOf(codes: readonly string[]): string[] {
  return distinct(codes, (code, n) => `${code}${String.fromCharCode(64 + Math.min(n, 26))}`);
}

/** Names for units, with the code behind where two have the same name, and then a number. */
export function namesOf(units: readonly { readonly code: string; readonly name: string }[]): string[] {
  const named = units.map(({ code, name }) =>
    units.filter((other) => other.name === name).length > 1 ? `${name} ${code}` : name,
  );
  return distinct(named, (name, n) => `${name} (${n})`);
}

function distinct(texts: readonly string[], numbered: (text: string, n: number) => string): string[] {
  const twice = (text: string) => texts.filter((other) => other === text).length > 1;
  return texts.map((text, place) =>
    twice(text) ? numbered(text, texts.slice(0, place + 1).filter((other) => other === text).length) : text,
  );
}
