import type { CountSources, LedgerSource } from '../count-source.ts';
import type { Tally } from '../evaluation.ts';
import type { LedgerFormula, LedgerProspects } from '../formulas/formula.ts';
import { tallyLedger } from '../ledger-tally.ts';
import type { AnyRecord } from '../ledgers/definition.ts';
import { ledgerOf } from '../ledgers/registry.ts';
import type { LocalDate } from '../local-date.ts';
import type { EvaluatedPeriod } from '../period.ts';
import type { TargetObjective } from '../target-set.ts';
import type { Outlook } from './dossier-prospects.ts';

/** A ratio of two exact integers. */
export interface Ratio {
  readonly numerator: number;
  readonly denominator: number;
}

/** The figure at the period's end, as far as what is open lets it be seen. */
export interface Forecast {
  readonly lowest: Ratio;
  readonly likely: Ratio;
  readonly highest: Ratio;
  /** Open records that will stand in the denominator. */
  readonly open: number;
  /** Id of the period whose ratio the likely value takes. */
  readonly basis: string;
}

/** The ratio by which open records are expected to go, and the period it was seen in. */
export interface Basis extends Ratio {
  readonly period: string;
}

/** Fewer records than this in a running period say little: the period before it is asked instead. */
export const ENOUGH_FOR_A_RATIO = 30;

/** The ratio of this period, or of the one before it where this one has too few; null when neither has any. */
export function basisOf(
  current: Tally,
  period: string,
  before: () => { readonly tally: Ratio; readonly period: string } | null,
): Basis | null {
  const { numerator, denominator } = current;
  if (denominator >= ENOUGH_FOR_A_RATIO) return { numerator, denominator, period };
  const previous = before();
  if (previous !== null && previous.tally.denominator > 0)
    return {
      numerator: previous.tally.numerator,
      denominator: previous.tally.denominator,
      period: previous.period,
    };
  return denominator > 0 ? { numerator, denominator, period } : null;
}

/** Forecast of a formula over resolved dossiers; null when open ones are undecided and no ratio is known. */
export function forecastDossiers(current: Tally, outlook: Outlook, basis: Basis | null): Forecast | null {
  const open = outlook.sure + outlook.undecided + outlook.lost;
  const certain = { numerator: current.numerator + outlook.sure, denominator: current.denominator + open };
  return spread(certain, outlook.undecided, open, basis);
}

/**
 * What a formula over ledgers gives on the period's last day if nothing more is done than was by today; null where
 * nothing is recorded or due. What is known of the days to come (a certificate's end, a course planned) counts.
 */
export function tallyAtEnd(
  formula: LedgerFormula,
  objective: Pick<TargetObjective, 'id' | 'filter'>,
  period: EvaluatedPeriod,
  sources: Pick<CountSources, 'ledgers' | 'scheme'>,
  { way }: LedgerProspects,
): Tally | null {
  const known = way === 'finish' ? { ...sources, ledgers: knownOn(sources.ledgers, period.end) } : sources;
  const tally = tallyLedger(formula, objective, { ...period, end: period.to }, known);
  return typeof tally === 'string' ? null : tally;
}

/**
 * Forecast of a formula over ledgers: what stands on the period's last day (`atEnd`), and what can still be done.
 * Entries to be put right (a course, a certificate) do not go like those before them: likely is what stands. Null
 * where it depends on what comes in, or no ratio is known.
 */
export function forecastLedger(
  { way, open }: LedgerProspects,
  atEnd: Tally,
  period: EvaluatedPeriod,
  basis: Basis | null,
): Forecast | null {
  if (way === 'more') return null;
  if (way === 'finish') {
    const undecided = open.filter(({ expected }) => expected).length;
    return spread(atEnd, undecided, undecided, basis);
  }
  const wanting = atEnd.denominator - atEnd.numerator;
  const lowest = { numerator: atEnd.numerator, denominator: atEnd.denominator };
  const highest = { ...lowest, numerator: atEnd.denominator };
  return { lowest, likely: lowest, highest, open: wanting, basis: period.id ?? '' };
}

/** From what is certain to all that is undecided; likely takes the basis' share of it, rounded down. */
function spread(certain: Ratio, undecided: number, open: number, basis: Basis | null): Forecast | null {
  if (basis === null) return null;
  const { numerator, denominator } = certain;
  const share = Number((BigInt(undecided) * BigInt(basis.numerator)) / BigInt(basis.denominator));
  return {
    lowest: { numerator, denominator },
    likely: { numerator: numerator + share, denominator },
    highest: { numerator: numerator + undecided, denominator },
    open,
    basis: basis.period,
  };
}

/** Ledgers of duties as they stood on a day: what came later is not there, what was done later is not done. */
function knownOn(ledgers: LedgerSource, day: LocalDate): LedgerSource {
  return {
    keptFrom: (ledger) => ledgers.keptFrom(ledger),
    entries(ledger) {
      const { due, day: begins } = ledgerOf(ledger);
      const done = due?.done ?? null;
      if (due === null || done === null) return ledgers.entries(ledger);
      return ledgers.entries(ledger).flatMap((entry) => {
        const record = entry.record as AnyRecord;
        if (begins !== due.on && isAfter(record[begins], day)) return [];
        return isAfter(record[done], day)
          ? [{ ...entry, record: { ...entry.record, [done]: null } }]
          : [entry];
      });
    },
  };
}

function isAfter(value: AnyRecord[string] | undefined, day: LocalDate): boolean {
  return typeof value === 'string' && value > day;
}
