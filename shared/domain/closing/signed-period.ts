import { ArrayCountSource } from '../array-count-source.ts';
import type { CountSources, LedgerSource } from '../count-source.ts';
import type { Dossier } from '../dossier.ts';
import { isCounted, resolvedOn } from '../dossier-facts.ts';
import { evaluatePeriod } from '../evaluate.ts';
import { findFormula } from '../formulas/registry.ts';
import type { LedgerId } from '../ledgers/registry.ts';
import { type LocalDate, localDate } from '../local-date.ts';
import { cutAt, type EvaluatedPeriod, type PeriodScheme } from '../period.ts';
import type { TargetSet, Threshold } from '../target-set.ts';
import { type FigureChanges, type Figures, figureChanges, figuresOf } from './figures.ts';

/** What a signed report says of the figures it vouches for. */
export interface SignedFigures extends Figures {
  readonly period: {
    readonly id: string;
    readonly scheme: PeriodScheme;
    readonly from: LocalDate;
    readonly to: LocalDate;
  };
  readonly asOf: LocalDate;
  readonly objectives: readonly (Figures['objectives'][number] & {
    readonly formula: string;
    readonly filter?: Readonly<Record<string, readonly string[]>>;
    readonly threshold: Threshold;
  })[];
}

/** A period closed by its signed report: what must stay as it was signed, and how it is counted. */
export interface SignedPeriod {
  /** Cut at the day on which it was signed: what happened later is no part of its figures. */
  readonly period: EvaluatedPeriod;
  readonly signed: Figures;
  readonly all: TargetSet;
  readonly overDossiers: TargetSet;
  readonly overLedgers: TargetSet;
  /** Ledgers that its objectives read. */
  readonly ledgers: ReadonlySet<LedgerId>;
}

/** A dossier as figures see it; null or deleted: it is not there. */
export interface CountedState {
  readonly record: Dossier;
  readonly issuesDocument: boolean | null;
  readonly deleted: boolean;
}

const EMPTY_LEDGERS: LedgerSource = { entries: () => [], keptFrom: () => null };
const NO_DOSSIERS = new ArrayCountSource([]);
// Counts do not depend on who is judged or by which threshold.
const LEVEL = 'commune';

/** The closed period of a signed report. A formula that this program does not know cannot be guarded and is left out. */
export function signedPeriod(report: SignedFigures): SignedPeriod {
  const { id, scheme, from, to } = report.period;
  const known = report.objectives.filter(({ formula }) => findFormula(formula) !== null);
  const ofKind = (kind: 'dossier' | 'ledger') =>
    known.filter(({ formula }) => findFormula(formula)?.kind === kind);
  const ledgers = known.flatMap(({ formula }) => {
    const found = findFormula(formula);
    return found?.kind === 'ledger' ? found.ledgers : [];
  });
  const ids = new Set(known.map((one) => one.id));
  return {
    period: cutAt({ id, scheme, from, to }, report.asOf),
    signed: { objectives: report.objectives.filter((one) => ids.has(one.id)), flow: report.flow },
    all: asSet(known),
    overDossiers: asSet(ofKind('dossier')),
    overLedgers: asSet(ofKind('ledger')),
    ledgers: new Set(ledgers),
  };
}

/** The figures of a closed period as the records make them now. */
export function presentFigures({ period, all }: SignedPeriod, sources: CountSources): Figures {
  return figuresOf(evaluatePeriod(all, LEVEL, period, sources, ''));
}

/** How the figures of a closed period would change with one dossier, by the very formulas that counted it. */
export function dossierChanges(
  closed: SignedPeriod,
  before: CountedState | null,
  after: CountedState | null,
): FigureChanges {
  if (!touches(closed, before) && !touches(closed, after)) return UNCHANGED;
  return figureChanges(contribution(closed, before), contribution(closed, after));
}

/** The figures of the objectives over ledgers; with `only` of those that read this ledger. */
export function ledgerFigures(
  { period, overLedgers }: SignedPeriod,
  ledgers: LedgerSource,
  scheme: PeriodScheme,
  only?: LedgerId,
): Figures {
  const asked = only === undefined ? overLedgers.objectives : overLedgers.objectives.filter(reads(only));
  const set = { ...overLedgers, objectives: asked };
  const sources = { dossiers: NO_DOSSIERS, ledgers, scheme };
  return { objectives: evaluatePeriod(set, LEVEL, period, sources, '').objectives, flow: [] };
}

function reads(ledger: LedgerId): (objective: { readonly formula: string }) => boolean {
  return ({ formula }) => {
    const found = findFormula(formula);
    return found?.kind === 'ledger' && found.ledgers.includes(ledger);
  };
}

export const UNCHANGED: FigureChanges = { objectives: [], flow: [] };

/** Whether a dossier can stand in a figure of the period at all: on none of its axes otherwise. */
function touches({ period: { from, end } }: SignedPeriod, state: CountedState | null): boolean {
  if (state === null || state.deleted || state.record.receivedOn > end || !isCounted(state.record))
    return false;
  if (state.record.receivedOn >= from) return true;
  const resolved = resolvedOn(state.record);
  return resolved === null || resolved >= from;
}

/** What one dossier alone adds to the figures. */
function contribution({ period, overDossiers }: SignedPeriod, state: CountedState | null): Figures {
  const there = state !== null && !state.deleted ? state : null;
  const dossiers =
    there === null ? NO_DOSSIERS : new ArrayCountSource([there.record], () => there.issuesDocument);
  const sources = { dossiers, ledgers: EMPTY_LEDGERS, scheme: period.scheme ?? 'calendar' };
  return figuresOf(evaluatePeriod(overDossiers, LEVEL, period, sources, ''));
}

/** A set of nothing but the objectives, for evaluating them. */
function asSet(objectives: SignedFigures['objectives']): TargetSet {
  const day = localDate(1901, 1, 1);
  return {
    id: '',
    version: 1,
    name: { vi: '', en: '' },
    decision: { number: '', date: day, issuer: '' },
    validFrom: day,
    validTo: null,
    objectives: objectives.map(({ id, formula, filter, threshold }) => ({
      id,
      annexPoint: '',
      formula,
      threshold: { commune: threshold, district: threshold },
      striven: false,
      title: { vi: '', en: '' },
      sentence: { vi: '', en: '' },
      ...(filter === undefined ? {} : { filter }),
    })),
  };
}
