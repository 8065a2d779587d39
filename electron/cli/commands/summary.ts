import { reportOf } from '#electron/application/papers/summary.ts';
import { formatCount } from '#shared/i18n/format.ts';
import type { Environment, Outcome } from '../environment.ts';
import { inFolder } from '../open-folder.ts';
import { savedPaper } from '../paper.ts';
import { type Arguments, required } from '../parse-arguments.ts';
import type { Words } from '../words.ts';
import { writablePath } from './report.ts';

/**
 * `summary --data DIR --period P [--draft] --out FILE.pdf`: the one-page summary for the notice board, of the period's
 * last signed report; as a draft where none is signed, or where `--draft` asks for it.
 */
export async function summary(args: Arguments, environment: Environment, words: Words): Promise<Outcome> {
  const file = writablePath(required(args, 'out'));
  const period = required(args, 'period');
  const answer = await inFolder(args, environment, async ({ workspace }) => {
    const draft = args.flags.has('draft');
    const { report, signed } = reportOf(workspace, period, draft);
    return {
      ...(await savedPaper(workspace, { kind: 'summary', period, draft }, file)),
      period,
      draft: !signed,
      reportId: report.report.id,
      revision: report.report.revision,
      objectives: report.objectives.length,
    };
  });
  const { reportId, revision, size } = answer;
  return {
    json: answer,
    lines: [
      words.fill(answer.draft ? words.cli.summary.draft : words.cli.summary.signed, {
        period,
        reportId,
        revision,
        file,
        size: formatCount(size, words.lang),
      }),
    ],
    exit: 0,
  };
}
