import type { LedgerId } from '#shared/domain/ledgers/registry.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { ImportKind } from '#shared/ipc/contract/imports.ts';
import type { PersonQuery, PersonSign } from '#shared/privacy/person.ts';
import type { Steps } from './steps.ts';

/**
 * A place in the book where something about a citizen stands. `archived`: a record that undoing an import removed;
 * `cell`: a wrong cell that an import remembers, by its place among them; `reason`: why a deed was done.
 */
export type PersonalPlace =
  | { readonly kind: 'dossier'; readonly id: number }
  | { readonly kind: 'entry'; readonly ledger: LedgerId; readonly id: number }
  | { readonly kind: 'archived'; readonly importId: number; readonly id: number }
  | { readonly kind: 'cell'; readonly importId: number; readonly index: number }
  | { readonly kind: 'reason'; readonly changeSet: number };

/** One place that may be about the person looked for. */
export interface PersonalFind {
  readonly place: PersonalPlace;
  readonly sign: PersonSign;
  /** Only a former value says so. */
  readonly before: boolean;
}

/** What is about citizens in a record now. */
export interface PersonalValue {
  readonly field: string;
  readonly value: string;
}

/** A place with what stands there. */
export interface PersonalDetail {
  readonly place: PersonalPlace;
  readonly ledger: ImportKind;
  /** How people name it: code of the dossier, key of the entry, file of the import. */
  readonly title: string;
  readonly deleted: boolean;
  /** Everything recorded of it, by field. */
  readonly values: readonly PersonalValue[];
  /** Every former value of what is about citizens. */
  readonly former: readonly PersonalValue[];
}

export interface PrivacyReader {
  /** Every place where the person is found, the surest first. Reads the whole book. */
  find(query: PersonQuery): PersonalFind[];
  /** The same in steps, between which others have their turn; what `told` throws ends it. Of one moment of the book. */
  findInSteps(query: PersonQuery, told: (steps: Steps) => Promise<void>): Promise<PersonalFind[]>;
  /** What stands at a place; null where nothing does. */
  detail(place: PersonalPlace): PersonalDetail | null;
  /**
   * Places whose record came to its end on a day not after `until` and that still say something about a citizen;
   * what undone imports and bad rows of that kind keep goes by the day of the import.
   */
  due(ledger: ImportKind, until: LocalDate): PersonalPlace[];
  /** How many change sets had citizens' data taken out of them. */
  rewritten(): number;
}
