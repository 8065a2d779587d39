import { LEDGER_IDS } from '#shared/domain/ledgers/registry.ts';
import { type BookEntry, labelsOf, type MergeBook, namesOf } from '#shared/domain/merge/books.ts';
import type { Store } from '../ports.ts';

/** How a unit is called in a merge; what is left out is taken from its settings. */
export interface UnitNames {
  readonly code: string;
  readonly name: string;
  readonly label?: string | undefined;
}

/** All records of a book, whole, as a merge sees them. */
export function readBook(store: Pick<Store, 'dossiers' | 'entries'>, label: string, name: string): MergeBook {
  const dossiers = [...store.dossiers.whole()].flat();
  const entries = Object.fromEntries(
    LEDGER_IDS.map((ledger): [string, readonly BookEntry[]] => [
      ledger,
      store.entries.whole(ledger).map(({ id, record }) => ({ id, record })),
    ]),
  );
  return {
    label,
    name,
    dossiers: dossiers.map(({ id, record, issuesDocument }) => ({ id, record, issuesDocument })),
    entries,
  };
}

/** A label and a name for each unit, different from those of all others. */
export function namesFor(units: readonly UnitNames[]): { readonly label: string; readonly name: string }[] {
  const labels = labelsOf(units.map(({ code, label }) => label?.trim() || code));
  const names = namesOf(units);
  return units.map((_unit, place) => ({ label: labels[place] as string, name: names[place] as string }));
}
