import { ArrayCountSource } from '#shared/domain/array-count-source.ts';
import type { CountSources } from '#shared/domain/count-source.ts';
import type { Dossier } from '#shared/domain/dossier.ts';
import { evaluatePeriod } from '#shared/domain/evaluate.ts';
import type { Evaluation } from '#shared/domain/evaluation.ts';
import { totalRow } from '#shared/domain/flow.ts';
import { formulaOf } from '#shared/domain/formulas/registry.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import {
  type FigureBalance,
  FLOW_PARTS,
  type FlowPart,
  flowFigure,
  type Ratio,
} from '#shared/domain/merge/balance.ts';
import type { Move } from '#shared/domain/merge/plan.ts';
import { cutAt, neighbourPeriod, type Period, periodContaining } from '#shared/domain/period.ts';
import { levelOf } from '#shared/domain/target-set.ts';
import { readProfile } from '../app/documents.ts';
import type { Workspace } from '../context.ts';
import type { Store } from '../ports.ts';
import { judgingSetOf } from '../targets/judging-set.ts';

type Space = Pick<Workspace, 'store' | 'resourcesDir' | 'clock'>;
type Counted = Pick<CountSources, 'dossiers' | 'ledgers'>;

/** The quarters, by the scheme of this book, in which any of the books has something. */
function quartersOf(space: Space, books: readonly Pick<Store, 'dossiers' | 'entries'>[]): Period[] {
  const { periodScheme } = readProfile(space.store);
  const today = space.clock.today();
  const days = books.flatMap(({ dossiers }) => {
    const span = dossiers.span();
    return span === null ? [] : [span.first, span.last];
  });
  const first = days.sort()[0];
  if (first === undefined) return [];
  const periods: Period[] = [];
  for (
    let period: Period | null = periodContaining(first as LocalDate, 'quarter', periodScheme);
    period !== null && period.from <= today;
    period = neighbourPeriod(period, 1)
  )
    periods.push(period);
  return periods;
}

/**
 * What every book counts in every quarter and what is counted afterwards, all by the target set with which this book
 * judges the quarter. `after` is counted where the merge is being written.
 */
export function figureLines(
  space: Space,
  sources: readonly Store[],
  after: Counted,
  moves: readonly Move[],
): FigureBalance[] {
  const { periodScheme: scheme, unit } = readProfile(space.store);
  const level = levelOf(unit.kind);
  const present: Counted = { dossiers: space.store.dossiers.counts, ledgers: space.store.entries };
  const gone = moves.filter(({ fate }) => fate !== 'comes');
  const goneLedgers = new Set(gone.map(({ ledger }) => ledger));
  const goneDossiers = countsOf(gone);
  return quartersOf(space, [space.store, ...sources]).flatMap((quarter) => {
    const { set, sha256 } = judgingSetOf(space, quarter);
    const period = cutAt(quarter, space.clock.today());
    const by = (from: Counted): Evaluation => evaluatePeriod(set, level, period, { ...from, scheme }, sha256);
    const before = by(present);
    const each = sources.map((store) => by({ dossiers: store.dossiers.counts, ledgers: store.entries }));
    const then = by(after);
    const without = by({ dossiers: goneDossiers, ledgers: NO_LEDGERS });
    const line = (
      figure: string,
      of: (evaluation: Evaluation) => Ratio | null,
      exact: Ratio | null,
    ): FigureBalance => ({
      period: quarter.id ?? '',
      figure,
      present: of(before),
      sources: each.map(of),
      gone: exact,
      after: of(then),
    });
    const objectives = set.objectives.map(({ id, formula: name }) => {
      const formula = formulaOf(name);
      const exact =
        formula.kind !== 'ledger'
          ? (objectiveRatio(without, id) ?? NOTHING)
          : formula.ledgers.some((ledger) => goneLedgers.has(ledger))
            ? null
            : NOTHING;
      return line(id, (evaluation) => objectiveRatio(evaluation, id), exact);
    });
    const flow = FLOW_PARTS.map((part) =>
      line(flowFigure(part), (evaluation) => flowTotal(evaluation, part), flowTotal(without, part)),
    );
    return [...objectives, ...flow];
  });
}

const NOTHING: Ratio = { numerator: 0, denominator: 0 };

const NO_LEDGERS: CountSources['ledgers'] = { entries: () => [], keptFrom: () => null };

function objectiveRatio({ objectives }: Evaluation, id: string): Ratio | null {
  const found = objectives.find((objective) => objective.id === id);
  if (found === undefined || found.numerator === null || found.denominator === null) return null;
  return { numerator: found.numerator, denominator: found.denominator };
}

/** A total of the flow table, counted twice so that it has the form of a ratio. */
function flowTotal({ flow }: Evaluation, part: FlowPart): Ratio {
  const total = totalRow(flow)?.[part].total ?? 0;
  return { numerator: total, denominator: total };
}

/** Dossiers that are joined to another one or left out, counted by themselves. */
function countsOf(moves: readonly Move[]): ArrayCountSource {
  const dossiers = moves.filter(({ ledger }) => ledger === 'dossiers');
  const issues = new Map<Dossier, boolean | null>(
    dossiers.map(({ record, issuesDocument }) => [record as Dossier, issuesDocument]),
  );
  return new ArrayCountSource(issues.keys(), (dossier) => issues.get(dossier) ?? null);
}
