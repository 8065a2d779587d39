import { evaluateBy, measuresOf, type PeriodChoice } from '#electron/application/evaluation/evaluate.ts';
import { objectiveTexts } from '#electron/application/evaluation/objective-texts.ts';
import { PERIOD_SCHEMES } from '#shared/domain/period.ts';
import { AppError } from '#shared/errors.ts';
import type { Environment, Outcome } from '../environment.ts';
import { evaluationLines } from '../figures.ts';
import { inFolder } from '../open-folder.ts';
import { type Arguments, choiceOption, dateOption, required } from '../parse-arguments.ts';
import type { Words } from '../words.ts';

/** `evaluate --data DIR (--period P [--scheme S] | --from D --to D) [--as-of D]`: all objectives and the flow table. */
export async function evaluateCommand(
  args: Arguments,
  environment: Environment,
  words: Words,
): Promise<Outcome> {
  const choice = periodChoice(args);
  return inFolder(args, environment, ({ workspace }) => {
    const measures = measuresOf(workspace, choice);
    const evaluation = evaluateBy(measures);
    const objectives = objectiveTexts(measures.targets.set, measures.level);
    return {
      json: evaluation,
      lines: evaluationLines(evaluation, measures.targets.set.name[words.lang], objectives, words),
      exit: 0,
    };
  });
}

/** The period of `--period` and `--scheme`, or the free dates of `--from` and `--to`; never both. */
function periodChoice(args: Arguments): PeriodChoice {
  const asOf = dateOption(args, 'as-of');
  const [from, to] = [dateOption(args, 'from'), dateOption(args, 'to')];
  if (args.values.has('period')) {
    if (from !== undefined || to !== undefined) throw wrongPeriod(args);
    return { period: required(args, 'period'), scheme: choiceOption(args, 'scheme', PERIOD_SCHEMES), asOf };
  }
  if (from === undefined || to === undefined || args.values.has('scheme')) throw wrongPeriod(args);
  return { from, to, asOf };
}

const wrongPeriod = (args: Arguments): AppError =>
  new AppError('USAGE', { problem: 'period', command: args.command });
