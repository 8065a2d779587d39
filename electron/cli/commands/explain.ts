import { explain } from '#electron/application/evaluation/explain.ts';
import { FORMULA_ROLES } from '#shared/domain/formulas/formula.ts';
import { PERIOD_SCHEMES } from '#shared/domain/period.ts';
import { formatCount } from '#shared/i18n/format.ts';
import type { Environment, Outcome } from '../environment.ts';
import { inFolder } from '../open-folder.ts';
import { type Arguments, choiceOption, dateOption, required } from '../parse-arguments.ts';
import type { Words } from '../words.ts';

/** `explain --data DIR --period P --objective 2.3 [--list L]`: the dossiers behind a figure, each with its cause. */
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
  return inFolder(args, environment, async ({ backend, workspace }) => {
    const found = explain(workspace, choice, objective);
    const { objectives } = await backend.call('evaluation.targetSet', {});
    const entries = (list: (typeof FORMULA_ROLES)[number]) =>
      only === undefined || only === list
        ? found[list].map(({ member, cause }) => ({ code: member.code, cause }))
        : [];
    const lists = { counted: entries('counted'), against: entries('against'), excluded: entries('excluded') };
    const totals = {
      counted: found.counted.length,
      against: found.against.length,
      excluded: found.excluded.length,
    };
    const text = objectives.find(({ id }) => id === objective)?.title[words.lang] ?? '';
    const lines = [words.fill(words.cli.explain.title, { objective, text })];
    for (const list of FORMULA_ROLES) {
      if (only !== undefined && only !== list) continue;
      lines.push('', words.fill(words.cli.explain[list], { n: formatCount(totals[list], words.lang) }));
      for (const { code, cause } of lists[list]) lines.push(`  ${code}  ${causeText(words, cause)}`);
    }
    return { json: { objective, totals, ...lists }, lines, exit: 0 };
  });
}

function causeText({ causes }: Words, cause: string): string {
  const text = causes[cause];
  return typeof text === 'string' ? text : cause;
}
