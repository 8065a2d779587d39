import type { DossierCondition } from '../count-source.ts';
import type { DossierFacts } from '../dossier-facts.ts';
import type { LedgerId } from '../ledgers/registry.ts';
import type { LocalDate } from '../local-date.ts';

/** A dossier pending at the end of the evaluated period, with what decides how it can still end. */
export interface PendingDossier {
  readonly id: number;
  readonly code: string;
  /** As of that day: `clockStopped` also by recorded spans. */
  readonly facts: DossierFacts;
  readonly dueOn: LocalDate | null;
  readonly reappointedDueOn: LocalDate | null;
}

/** A dossier of a period. */
export interface MemberDossier {
  readonly id: number;
  readonly code: string;
  readonly facts: DossierFacts;
}

/** The dossiers of one evaluated period, one by one; a condition limits them to those that meet it. */
export interface ProgressDossiers {
  /** Pending at the period's end (`receivedOn <= end`, not resolved by then). */
  pending(condition: DossierCondition | undefined): readonly PendingDossier[];
  /** Received or resolved from the period's first day to its end. */
  members(axis: 'received' | 'resolved', condition: DossierCondition | undefined): Iterable<MemberDossier>;
}

/** A record that can still bring an objective nearer to its target. */
export interface Candidate {
  readonly id: number;
  /** Null: a dossier. */
  readonly ledger: LedgerId | null;
  readonly code: string;
  /** Last day on which it still counts. */
  readonly by: LocalDate;
}

/** Those due soonest first; codes decide where days do not, so that the order is the same every time. */
export function byDay(a: Candidate, b: Candidate): number {
  if (a.by !== b.by) return a.by < b.by ? -1 : 1;
  if (a.code !== b.code) return a.code < b.code ? -1 : 1;
  return a.id - b.id;
}
