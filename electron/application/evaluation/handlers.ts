import { periodContaining } from '#shared/domain/period.ts';
import { readProfile } from '../app/documents.ts';
import type { Handlers, Workspace } from '../context.ts';
import { composition } from './composition.ts';
import { evaluate, measuresOf, toOutput } from './evaluate.ts';
import { explain, explainTotals } from './explain.ts';
import { objectiveTexts } from './objective-texts.ts';
import { overview } from './overview.ts';
import { periods } from './periods.ts';
import { progress } from './progress.ts';

type EvaluationChannel =
  | 'evaluation.overview'
  | 'evaluation.evaluate'
  | 'evaluation.composition'
  | 'evaluation.progress'
  | 'evaluation.explain'
  | 'evaluation.periods'
  | 'evaluation.targetSet';

/** Figures, what stands behind them and can still be done, and the wording of the objectives. */
export const evaluationHandlers: Handlers<EvaluationChannel> = {
  'evaluation.overview': ({ period, ...choice }, workspace) =>
    overview(workspace, { ...choice, period: period ?? periods(workspace).current }),
  'evaluation.evaluate': (input, workspace) => toOutput(evaluate(workspace, input)),
  'evaluation.composition': (input, workspace) => composition(workspace, input),
  'evaluation.progress': (input, workspace) => progress(workspace, input),
  'evaluation.explain': ({ objective, list, offset, limit, ...choice }, workspace) => {
    const { totals, rows, causes } = explainTotals(workspace, choice, objective);
    const entries = explain(workspace, choice, objective)[list];
    return {
      objective,
      totals: { ...totals },
      rows: { ...rows },
      causes: { ...causes[list] },
      entries: entries
        .slice(offset, offset + limit)
        .map(({ id, ledger, code, cause, count }) => ({ id, ledger, code, cause, count })),
    };
  },
  'evaluation.periods': (_input, workspace) => periods(workspace),
  'evaluation.targetSet': ({ period }, workspace) => {
    const { targets, level } = measuresOf(workspace, { period: period ?? runningQuarter(workspace) });
    const { id, version, name } = targets.set;
    return { id, version, name, objectives: objectiveTexts(targets.set, level) };
  },
};

/** The quarter that contains today. */
function runningQuarter({ store, clock }: Workspace): string {
  return periodContaining(clock.today(), 'quarter', readProfile(store).periodScheme).id ?? '';
}
