import { comparableText } from './comparable-text.ts';
import type { Dossier, DossierField, DossierStatus } from './dossier.ts';
import { type SuspensionBreach, suspensionBreaches } from './suspensions.ts';

const PLAIN_CODE = /^[0-9A-Z./-]+$/;

/** Calendar days ahead within which a dossier is due soon, today included. */
export const DUE_SOON_DAYS = 3;

/** The form in which dossier codes are compared: what is seen of them without blanks, in upper case. */
export function dossierKey(code: string): string {
  if (PLAIN_CODE.test(code)) return code;
  return comparableText(code).replaceAll(' ', '').toUpperCase();
}

/** A rule that a record breaks, at the field where it shows. */
export interface RuleBreach {
  readonly field: DossierField;
  readonly code: 'CODE_MISSING' | 'DATE_ORDER' | 'DATE_MISSING' | SuspensionBreach;
}

/** Statuses that say that processing has ended: they need a day of their end (counting.md, status table). */
export const ENDED_STATUSES: ReadonlySet<DossierStatus> = new Set([
  'finished',
  'returned',
  'refused',
  'withdrawn',
  'stopped',
]);

/** Fields that may not lie before the day of receipt. */
const NOT_BEFORE_RECEIPT = ['dueOn', 'reappointedDueOn', 'finishedOn', 'returnedOn'] as const;

/**
 * What makes a record impossible (counting.md, Dossiers): no code, a due, end or return day before the receipt
 * (DATE_ORDER), an ended status without the day on which it ended (DATE_MISSING), spans that cannot be
 * ({@link suspensionBreaches}). Empty when the record may be kept.
 */
export function dossierBreaches(record: Dossier): RuleBreach[] {
  const breaches: RuleBreach[] = [];
  if (dossierKey(record.code) === '') breaches.push({ field: 'code', code: 'CODE_MISSING' });
  for (const field of NOT_BEFORE_RECEIPT) {
    const day = record[field];
    if (day !== null && day < record.receivedOn) breaches.push({ field, code: 'DATE_ORDER' });
  }
  if (ENDED_STATUSES.has(record.status) && record.finishedOn === null && record.returnedOn === null) {
    breaches.push({ field: 'finishedOn', code: 'DATE_MISSING' });
  }
  for (const code of suspensionBreaches(record)) breaches.push({ field: 'suspensions', code });
  return breaches;
}
