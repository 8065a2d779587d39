import type { Handlers } from '../context.ts';
import { evaluate, measuresOf, toOutput } from './evaluate.ts';
import { explain, explainTotals } from './explain.ts';
import { objectiveTexts, overview } from './overview.ts';
import { periods } from './periods.ts';

type EvaluationChannel =
  | 'evaluation.overview'
  | 'evaluation.evaluate'
  | 'evaluation.explain'
  | 'evaluation.periods'
  | 'evaluation.targetSet';

/** Figures, what stands behind them, and the wording of the objectives. */
export const evaluationHandlers: Handlers<EvaluationChannel> = {
  'evaluation.overview': (input, workspace) => overview(workspace, input),
  'evaluation.evaluate': (input, workspace) => toOutput(evaluate(workspace, input)),
  'evaluation.explain': ({ objective, list, offset, limit, ...choice }, workspace) => {
    const { totals, causes } = explainTotals(workspace, choice, objective);
    const entries = explain(workspace, choice, objective)[list];
    return {
      objective,
      totals,
      causes: { ...causes[list] },
      entries: entries
        .slice(offset, offset + limit)
        .map(({ member, cause }) => ({ id: member.id, code: member.code, cause })),
    };
  },
  'evaluation.periods': (_input, workspace) => periods(workspace),
  'evaluation.targetSet': (_input, workspace) => {
    const { targets, level } = measuresOf(workspace);
    const { id, version, name } = targets.set;
    return { id, version, name, objectives: objectiveTexts(targets.set, level) };
  },
};
