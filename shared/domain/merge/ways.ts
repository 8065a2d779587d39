import { type LedgerId, ledgerOf } from '../ledgers/registry.ts';
import type { MergeLedger } from './books.ts';

/**
 * What becomes of records of several books that have the same key. `both`: all stay, those of later books under
 * another code; `keep`: one stays, the others are left out; `same`: they are one thing, of which one record stays and
 * the others are joined to it.
 */
export const WAYS = ['both', 'keep', 'same'] as const;
export type Way = (typeof WAYS)[number];

/** The field by which two records with the same key are told apart when both stay; null: they cannot both stay. */
const MARKS: Readonly<Record<LedgerId, string | null>> = {
  petitions: 'code',
  'survey-answers': null,
  'survey-batches': 'code',
  staff: 'code',
  'staff-ratings': null,
  'staff-courses': null,
  'work-files': 'unit',
  'signature-units': 'code',
  'signature-certificates': null,
  'iso-activities': 'code',
  measures: 'measure',
  communications: 'subject',
  'hand-counts': null,
  procedures: null,
  'calendar-days': null,
};

/** The field that gets another value where records of several books all stay; null where they cannot. */
export function markOf(ledger: MergeLedger): string | null {
  return ledger === 'dossiers' ? 'code' : MARKS[ledger];
}

/** Whether the mark is a code, before which a label stands; else it is words, behind which the unit's name stands. */
export function isCodeMark(ledger: MergeLedger): boolean {
  const mark = markOf(ledger);
  return ledger === 'dossiers' || (mark !== null && ledgerOf(ledger).fields[mark]?.type === 'code');
}

/** Which ways there are for a ledger's records with the same key. */
export function waysOf(ledger: MergeLedger): readonly Way[] {
  return markOf(ledger) === null ? ['keep', 'same'] : WAYS;
}

/** Longest value of the mark. */
export function longestMark(ledger: MergeLedger): number {
  const mark = markOf(ledger);
  if (ledger === 'dossiers' || mark === null) return 60;
  return ledgerOf(ledger).fields[mark]?.max ?? 60;
}

/** Ledgers whose records have numbers of their own wherever they are: two that say the same in every field are one. */
const ONE_WHERE_ALIKE: ReadonlySet<MergeLedger> = new Set<MergeLedger>(['dossiers', 'petitions']);

/**
 * What is proposed. All stay where they can, so that every figure stays the sum; two units may well count the same
 * numbers, plan the same activity, or call an office by the same code. What is alike in every field is one thing where
 * its number says so, or where only one can stay.
 */
export function proposedWay(ledger: MergeLedger, identical: boolean): Way {
  const canAllStay = markOf(ledger) !== null;
  if (identical && (!canAllStay || ONE_WHERE_ALIKE.has(ledger))) return 'same';
  return canAllStay ? 'both' : 'keep';
}
