import { measuresOf } from '#electron/application/evaluation/evaluate.ts';
import { planView } from '#electron/application/papers/plan.ts';
import { formatCount } from '#shared/i18n/format.ts';
import type { Environment, Outcome } from '../environment.ts';
import { inFolder } from '../open-folder.ts';
import { savedPaper } from '../paper.ts';
import { type Arguments, required } from '../parse-arguments.ts';
import type { Words } from '../words.ts';
import { writablePath } from './report.ts';

/** `plan --data DIR --period P --out FILE.pdf`: the plan for reaching the objectives of a period, as PDF. */
export async function plan(args: Arguments, environment: Environment, words: Words): Promise<Outcome> {
  const file = writablePath(required(args, 'out'));
  const period = required(args, 'period');
  const answer = await inFolder(args, environment, async ({ workspace }) => {
    const { groups } = planView(workspace, period);
    const { id, version, objectives } = measuresOf(workspace, { period }).targets.set;
    return {
      ...(await savedPaper(workspace, { kind: 'plan', period }, file)),
      period,
      targetSet: { id, version },
      objectives: objectives.length,
      measures: groups.reduce((sum, { rows }) => sum + rows.length, 0),
    };
  });
  const shown = (count: number): string => formatCount(count, words.lang);
  return {
    json: answer,
    lines: [
      words.fill(words.cli.plan.done, {
        period,
        file,
        objectives: shown(answer.objectives),
        measures: shown(answer.measures),
        size: shown(answer.size),
      }),
    ],
    exit: 0,
  };
}
