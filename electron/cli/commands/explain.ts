import { measuresOf, objectiveOf } from '#electron/application/evaluation/evaluate.ts';
import { explain, explainTotals } from '#electron/application/evaluation/explain.ts';
import { tallyObjective } from '#shared/domain/evaluate.ts';
import { FORMULA_ROLES } from '#shared/domain/formulas/formula.ts';
import { PERIOD_SCHEMES } from '#shared/domain/period.ts';
import { formatCount } from '#shared/i18n/format.ts';
import type { Environment, Outcome } from '../environment.ts';
import { inFolder } from '../open-folder.ts';
import { savedPaper } from '../paper.ts';
import { type Arguments, choiceOption, dateOption, required, wrong } from '../parse-arguments.ts';
import type { Words } from '../words.ts';
import { writablePath } from './report.ts';

/**
 * `explain --data DIR --period P --objective 2.3 [--list L [--pdf FILE.pdf]]`: the records behind a figure, each with its
 * cause; one list also as a printed one.
 */
export async function explainCommand(
  args: Arguments,
  environment: Environment,
  words: Words,
): Promise<Outcome> {
  const choice = {
    period: required(args, 'period'),
    scheme: choiceOption(args, 'scheme', PERIOD_SCHEMES),
    asOf: dateOption(args, 'as-of'),
  };
  const objective = required(args, 'objective');
  const only = choiceOption(args, 'list', FORMULA_ROLES);
  const { pdf: given } = Object.fromEntries(args.values);
  if (given !== undefined && only === undefined) throw wrong('missing', args.command, { given: '--list' });
  return inFolder(args, environment, async ({ workspace }) => {
    const found = explain(workspace, choice, objective);
    const { totals } = explainTotals(workspace, choice, objective);
    const measures = measuresOf(workspace, choice);
    const target = objectiveOf(measures, objective);
    const text = target.title[words.lang];
    const tally = tallyObjective(target, measures.period, measures.sources);
    const entries = (list: (typeof FORMULA_ROLES)[number]) =>
      only === undefined || only === list
        ? found[list].map(({ ledger, code, cause, count }) => ({ ledger, code, cause, count }))
        : [];
    const lists = { counted: entries('counted'), against: entries('against'), excluded: entries('excluded') };
    const lines = [words.fill(words.cli.explain.title, { objective, text })];
    // Empty lists because nobody keeps the ledger are not the same as "nothing happened".
    if (typeof tally === 'string') lines.push(words.cli.evaluate.verdicts[tally]);
    for (const list of FORMULA_ROLES) {
      if (only !== undefined && only !== list) continue;
      lines.push('', words.fill(words.cli.explain[list], { n: formatCount(totals[list], words.lang) }));
      for (const { code, cause, count } of lists[list]) {
        const times = count === 1 ? '' : `  × ${formatCount(count, words.lang)}`;
        lines.push(`  ${code}${times}  ${causeText(words, cause)}`);
      }
    }
    if (given === undefined || only === undefined)
      return { json: { objective, totals, ...lists }, lines, exit: 0 };
    const pdf = await savedPaper(
      workspace,
      { kind: 'records', ...choice, objective, list: only },
      writablePath(given),
    );
    const size = formatCount(pdf.size, words.lang);
    lines.push('', words.fill(words.cli.explain.pdf, { file: pdf.file, size }));
    return { json: { objective, totals, ...lists, pdf }, lines, exit: 0 };
  });
}

function causeText({ causes }: Words, cause: string): string {
  const text = causes[cause];
  return typeof text === 'string' ? text : cause;
}
