import type { Channel, DigitisedFlag, Dossier, Outcome } from './dossier.ts';
import type { LocalDate } from './local-date.ts';
import { isStoppedByStatus } from './suspensions.ts';

/**
 * The facts of a dossier on which every formula decides, free of any period.
 *
 * Storage groups dossiers by these facts and hands (facts, count) pairs to the formulas; `explain` hands one
 * dossier's facts to the very same formulas. So a figure and its explanation cannot disagree.
 */
export interface DossierFacts {
  readonly channel: Channel | null;
  readonly components: DigitisedFlag | null;
  readonly result: DigitisedFlag | null;
  readonly inSoftware: boolean | null;
  readonly parallel: boolean | null;
  /** How a resolved dossier ended; null while it is pending. */
  readonly ending: Outcome | null;
  /** End of processing against the first due date. */
  readonly timeliness: Timeliness;
  /** End of processing against the last re-appointed due date (the first one where there is none). */
  readonly reappointedTimeliness: Timeliness;
  /** Whether the procedure issues a document, by the catalogue in force on the day of receipt. */
  readonly issuesDocument: boolean | null;
  /**
   * The clock is stopped: by the present status (supplement, payment, paused) where no spans are recorded. With
   * recorded spans it depends on the day: false here, and set by whoever asks what is pending at a day.
   */
  readonly clockStopped: boolean;
}

/**
 * `open`: not resolved. `no-due`: resolved without a due date, counted as on time and as missing data.
 * `open-no-due`: not resolved and without a due date.
 */
export const TIMELINESS = ['open', 'early', 'on-time', 'late', 'no-due', 'open-no-due'] as const;
export type Timeliness = (typeof TIMELINESS)[number];

/** A number of dossiers that share their facts (and field, where the flow table asks for it). */
export interface FactGroup {
  readonly facts: DossierFacts;
  /** Field (lĩnh vực); null where unknown. Only filled when the source was asked to group by field. */
  readonly field: string | null;
  /** Only for dossiers pending at a day: due before that day and the clock not stopped. */
  readonly overdue: boolean;
  readonly count: number;
}

const CHANNEL_CODES = [null, 'direct', 'online', 'post'] as const;
const FLAG_CODES = [null, 'yes', 'no', 'not-required'] as const;
const BOOLEAN_CODES = [null, true, false] as const;
const ENDING_CODES = [null, 'approved', 'refused', 'withdrawn', 'stopped'] as const;

/** Number of bits of {@link encodeFacts}. */
export const FACTS_BITS = 22;

/** Whether a dossier is ever counted: newly registered and not accepted ones are not (counting.md, Dossiers). */
export function isCounted(dossier: Pick<Dossier, 'status'>): boolean {
  return dossier.status !== 'registered' && dossier.status !== 'not-accepted';
}

/**
 * The day on which a dossier counts as resolved: end of processing, else the day of return; null while pending.
 * Dates win over the status (counting.md, status table). A dossier that is never counted is never resolved.
 */
export function resolvedOn(dossier: Pick<Dossier, 'status' | 'finishedOn' | 'returnedOn'>): LocalDate | null {
  if (!isCounted(dossier)) return null;
  return dossier.finishedOn ?? dossier.returnedOn;
}

/** Facts of one dossier; `issuesDocument` comes from the procedure catalogue valid when it was received. */
export function factsOf(dossier: Dossier, issuesDocument: boolean | null): DossierFacts {
  const end = resolvedOn(dossier);
  return {
    channel: dossier.channel,
    components: dossier.componentsDigitised,
    result: dossier.resultDigitised,
    inSoftware: dossier.inSoftware,
    parallel: dossier.paperParallel,
    ending: end === null ? null : endingOf(dossier),
    timeliness: timelinessOf(end, dossier.dueOn),
    reappointedTimeliness: timelinessOf(end, dossier.reappointedDueOn ?? dossier.dueOn),
    issuesDocument,
    clockStopped: end === null && dossier.suspensions.length === 0 && isStoppedByStatus(dossier),
  };
}

/** Early before the due day, on time on it, late after it (counting.md, Dossiers). */
export function timelinessOf(end: LocalDate | null, due: LocalDate | null): Timeliness {
  if (due === null) return end === null ? 'open-no-due' : 'no-due';
  if (end === null) return 'open';
  if (end < due) return 'early';
  return end === due ? 'on-time' : 'late';
}

function endingOf(dossier: Pick<Dossier, 'status' | 'outcome'>): Outcome {
  if (dossier.outcome !== null) return dossier.outcome;
  if (dossier.status === 'refused' || dossier.status === 'withdrawn' || dossier.status === 'stopped')
    return dossier.status;
  return 'approved';
}

/** Packs facts into a non-negative integer below 2^{@link FACTS_BITS}, the form in which storage groups them. */
export function encodeFacts(facts: DossierFacts): number {
  let code: number = CHANNEL_CODES.indexOf(facts.channel);
  code = code * 4 + FLAG_CODES.indexOf(facts.components);
  code = code * 4 + FLAG_CODES.indexOf(facts.result);
  code = code * 4 + BOOLEAN_CODES.indexOf(facts.inSoftware);
  code = code * 4 + BOOLEAN_CODES.indexOf(facts.parallel);
  code = code * 8 + ENDING_CODES.indexOf(facts.ending);
  code = code * 8 + TIMELINESS.indexOf(facts.timeliness);
  code = code * 8 + TIMELINESS.indexOf(facts.reappointedTimeliness);
  code = code * 4 + BOOLEAN_CODES.indexOf(facts.issuesDocument);
  return code * 2 + (facts.clockStopped ? 1 : 0);
}

/** Inverse of {@link encodeFacts}. Throws `RangeError` for an integer that no facts encode to. */
export function decodeFacts(code: number): DossierFacts {
  let rest = code;
  const take = <T>(table: readonly T[], size: number): T => {
    const value = table[rest % size];
    if (value === undefined) throw new RangeError(`not a facts code: ${code}`);
    rest = Math.floor(rest / size);
    return value;
  };
  const clockStopped = take([false, true], 2);
  const issuesDocument = take(BOOLEAN_CODES, 4);
  const reappointedTimeliness = take(TIMELINESS, 8);
  const timeliness = take(TIMELINESS, 8);
  const ending = take(ENDING_CODES, 8);
  const parallel = take(BOOLEAN_CODES, 4);
  const inSoftware = take(BOOLEAN_CODES, 4);
  const result = take(FLAG_CODES, 4);
  const components = take(FLAG_CODES, 4);
  const channel = take(CHANNEL_CODES, 4);
  if (rest !== 0) throw new RangeError(`not a facts code: ${code}`);
  return {
    channel,
    components,
    result,
    inSoftware,
    parallel,
    ending,
    timeliness,
    reappointedTimeliness,
    issuesDocument,
    clockStopped,
  };
}
