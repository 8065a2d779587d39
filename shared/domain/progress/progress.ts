import type { CountSources } from '../count-source.ts';
import { evaluateTrend } from '../evaluate.ts';
import type { ObjectiveResult, Tally, Verdict } from '../evaluation.ts';
import type { DossierFormula, LedgerProspects } from '../formulas/formula.ts';
import { formulaOf } from '../formulas/registry.ts';
import { contextOf } from '../ledger-tally.ts';
import { cutAt, type EvaluatedPeriod, neighbourPeriod, reportYearOn, reportYearStart } from '../period.ts';
import type { TargetObjective, Threshold, UnitLevel } from '../target-set.ts';
import { correcting, finishing, outlookOf } from './dossier-prospects.ts';
import {
  type Basis,
  basisOf,
  type Forecast,
  forecastDossiers,
  forecastLedger,
  tallyAtEnd,
} from './forecast.ts';
import { neededMixed, neededMore, type Way } from './needed.ts';
import { byDay, type Candidate, type ProgressDossiers } from './records.ts';

/** Most candidates that are named; their number is always given. */
const LISTED = 200;

/** What can still happen to an objective within a period that runs (contract, `evaluation.progress`). */
export interface ObjectiveProgress {
  readonly objective: string;
  readonly yearToDate: {
    readonly numerator: number | null;
    readonly denominator: number | null;
    readonly verdict: Verdict;
  };
  readonly needed: number | null;
  readonly way: Way | null;
  readonly candidates: readonly Candidate[];
  readonly candidatesTotal: number;
  readonly enough: boolean | null;
  readonly forecast: Forecast | null;
}

/** What could reach a target: how many of which records, and in which way. */
interface Reach {
  readonly needed: number | null;
  readonly way: Way | null;
  readonly candidates: readonly Candidate[];
}
const NO_REACH: Reach = { needed: null, way: null, candidates: [] };

/**
 * Year to date, what is needed, who could do it, and a forecast, for each objective. Before a period begins and after
 * it is over only the year to date is known. `dossiers` are those of `period`; `sources` count any period.
 */
export function progressOf(
  objectives: readonly TargetObjective[],
  level: UnitLevel,
  period: EvaluatedPeriod,
  sources: CountSources,
  dossiers: ProgressDossiers,
): ObjectiveProgress[] {
  const now = evaluateTrend(objectives, level, period, sources);
  const years = evaluateTrend(objectives, level, yearToDate(period, sources), sources);
  const before = previousResults(objectives, level, period, sources);
  const runs = period.from <= period.asOf && period.asOf <= period.to;
  return objectives.map((objective, index) => {
    const result = now[index];
    const year = years[index];
    if (result === undefined || year === undefined) throw new RangeError('an objective without a figure');
    const { numerator, denominator, verdict } = year;
    const known = { objective: objective.id, yearToDate: { numerator, denominator, verdict } };
    const tally = tallyOf(result);
    if (!runs || tally === null)
      return {
        ...known,
        ...NO_REACH,
        candidatesTotal: 0,
        enough: null,
        forecast: null,
      };
    const basis = basisOf(tally, period.id ?? '', () => before(index));
    const { reach, forecast } = prospectsOf(objective, result, tally, basis, period, sources, dossiers);
    const { needed, way, candidates } = reach;
    return {
      ...known,
      needed,
      way,
      candidates: candidates.slice(0, LISTED),
      candidatesTotal: candidates.length,
      enough: needed === null || way === 'more' ? null : needed <= candidates.length,
      forecast,
    };
  });
}

/** From the first day of the report year of a period to its end (counting.md, Verdicts). */
export function yearToDate(
  period: EvaluatedPeriod,
  { scheme }: Pick<CountSources, 'scheme'>,
): EvaluatedPeriod {
  const from =
    period.id === null ? reportYearOn(period.end, period.scheme ?? scheme).from : reportYearStart(period);
  return { ...period, id: null, from };
}

function prospectsOf(
  objective: TargetObjective,
  { threshold, verdict }: ObjectiveResult,
  tally: Tally,
  basis: Basis | null,
  period: EvaluatedPeriod,
  sources: CountSources,
  dossiers: ProgressDossiers,
): { reach: Reach; forecast: Forecast | null } {
  const formula = formulaOf(objective.formula);
  const missed = verdict === 'missed';
  if (formula.kind === 'ledger') {
    const prospects = formula.prospects?.(contextOf(objective, period, sources));
    const atEnd = prospects === undefined ? null : tallyAtEnd(formula, objective, period, sources, prospects);
    if (prospects === undefined || atEnd === null) return { reach: NO_REACH, forecast: null };
    return {
      reach: missed ? reachByEntries(prospects.whenDue ? atEnd : tally, threshold, prospects) : NO_REACH,
      forecast: forecastLedger(prospects, atEnd, period, basis),
    };
  }
  return {
    reach: missed ? reachByDossiers(formula, objective, tally, threshold, period, dossiers) : NO_REACH,
    forecast:
      formula.population === 'resolved'
        ? forecastDossiers(tally, outlookOf(formula, dossiers.pending(objective.filter), period), basis)
        : null,
  };
}

/**
 * Of resolved dossiers: what is open ends in time, where that suffices; else what is recorded wrongly is put right;
 * else both. Of received ones only the latter.
 */
function reachByDossiers(
  formula: DossierFormula,
  { filter }: TargetObjective,
  tally: Tally,
  threshold: Threshold,
  period: EvaluatedPeriod,
  dossiers: ProgressDossiers,
): Reach {
  if (formula.population === 'handled') return NO_REACH;
  const isResolved = formula.population === 'resolved';
  const open = isResolved ? finishing(formula, dossiers.pending(filter), period) : [];
  const byFinishing = neededMore(tally, threshold, 'finish');
  if (byFinishing !== null && byFinishing <= open.length)
    return { needed: byFinishing, way: 'finish', candidates: open };
  const wrong =
    formula.correctable.length > 0
      ? correcting(formula, dossiers.members(formula.population, filter), period)
      : [];
  if (!isResolved) return reach(neededMore(tally, threshold, 'correct'), 'correct', wrong);
  const needed = neededMixed(tally, threshold, wrong.length);
  const byCorrecting = needed !== null && needed <= wrong.length;
  const candidates = byCorrecting ? wrong : [...wrong, ...open];
  return reach(needed, wrong.length > 0 ? 'correct' : 'finish', candidates);
}

function reachByEntries(tally: Tally, threshold: Threshold, { way, open, whenDue }: LedgerProspects): Reach {
  const named = open.map(({ inDenominator, ledger, id, title, by }) => ({
    inDenominator,
    candidate: { id, ledger, code: title, by },
  }));
  // At the period's end all that is due stands in the denominator.
  const inside = named.filter((one) => one.inDenominator || whenDue).map(({ candidate }) => candidate);
  const outside = named.filter((one) => !one.inDenominator && !whenDue).map(({ candidate }) => candidate);
  const candidates = [...inside.sort(byDay), ...outside.sort(byDay)];
  if (whenDue) return reach(neededMore(tally, threshold, 'correct'), way, candidates);
  const needed =
    way === 'finish' ? neededMixed(tally, threshold, inside.length) : neededMore(tally, threshold, way);
  return reach(needed, way, candidates);
}

/** Where no number reaches the target, nobody is named as if it could. */
function reach(needed: number | null, way: Way, candidates: readonly Candidate[]): Reach {
  return needed === null ? NO_REACH : { needed, way, candidates };
}

/** Figures of the period of the same kind directly before, counted when first asked for. */
function previousResults(
  objectives: readonly TargetObjective[],
  level: UnitLevel,
  period: EvaluatedPeriod,
  sources: CountSources,
): (index: number) => { readonly tally: Tally; readonly period: string } | null {
  const previous = neighbourPeriod(period, -1);
  const id = previous?.id ?? null;
  let results: readonly ObjectiveResult[] | null = null;
  return (index) => {
    if (previous === null || id === null) return null;
    results ??= evaluateTrend(objectives, level, cutAt(previous, period.asOf), sources);
    const result = results[index];
    const tally = result === undefined ? null : tallyOf(result);
    return tally === null ? null : { tally, period: id };
  };
}

function tallyOf({ numerator, denominator, missingData }: ObjectiveResult): Tally | null {
  return numerator === null || denominator === null
    ? null
    : { numerator, denominator, missingData: missingData ?? 0 };
}
