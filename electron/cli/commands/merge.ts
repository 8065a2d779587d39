import { resolve } from 'node:path';
import { z } from 'zod';
import { MOST_BYTES, readSmallFile } from '#electron/application/app/read-small-file.ts';
import type { Backend } from '#electron/application/backend.ts';
import { parseInput } from '#electron/application/parse-call.ts';
import { filledLines, recordsThatCame } from '#shared/domain/merge/balance.ts';
import { AppError } from '#shared/errors.ts';
import { formatCount } from '#shared/i18n/format.ts';
import { ledgerName } from '#shared/i18n/ledger-name.ts';
import { mergeChoice, unitTerms } from '#shared/ipc/contract/merge.ts';
import type { Output } from '#shared/ipc/contract.ts';
import type { Environment, Outcome } from '../environment.ts';
import { inFolder } from '../open-folder.ts';
import { type Arguments, required } from '../parse-arguments.ts';
import type { Words } from '../words.ts';

/** What `--map` holds: units in the order of the sources, and what was decided of clashes by their ids. */
const map = z.strictObject({
  units: z.array(unitTerms.extend({ login: z.string().max(40).optional() })).default([]),
  choices: z.record(z.string(), mergeChoice).default({}),
});
type MergeMap = z.infer<typeof map>;

type Balance = Output<'merge.preview'>;

/**
 * `merge --data DIR --decision TEXT [--map FILE.json] [--dry-run] SOURCE…`: joins the books of former units. Each is
 * opened by `SCL_SOURCE_PASSPHRASE_N` (N from 1), or `SCL_SOURCE_PASSPHRASE` for all; `SCL_SOURCE_RECOVERY_KEY_N` is
 * the key of its recovery sheet.
 */
export async function mergeCommand(
  args: Arguments,
  environment: Environment,
  words: Words,
): Promise<Outcome> {
  const decision = required(args, 'decision');
  const given = args.values.get('map');
  const { units, choices } = given === undefined ? map.parse({}) : readMap(given);
  const dryRun = args.flags.has('dry-run');
  const out = args.values.get('out');
  return inFolder(args, environment, async ({ backend }) => {
    for (const [at, source] of args.operands.entries())
      await open(backend, resolve(source), at, units[at]?.login, environment.environment);
    const request = { units: units.map(({ login: _login, ...terms }) => terms), choices };
    const plan = await backend.call('merge.plan', parseInput('merge.plan', request));
    const input = parseInput('merge.join', {
      request,
      decision,
      reason: args.values.get('reason') ?? null,
      task: 'merge',
    });
    const joined = dryRun ? null : await backend.call('merge.join', input);
    const balance = joined?.done.balance ?? (await backend.call('merge.preview', input));
    const state = await backend.call('merge.state', {});
    const read = joined?.done.units ?? state.sources.map(({ unit }) => unit);
    if (joined !== null && out !== undefined)
      await backend.call('merge.saveBalance', {
        number: joined.done.number,
        target: backend.files.register(resolve(out)),
      });
    await backend.call('merge.drop', {});
    return {
      json: {
        number: joined?.done.number ?? null,
        decision,
        units: read.map(({ code, name }) => ({ code, name })),
        clashes: plan.clashes,
        balance,
        copy: joined?.done.copy ?? null,
        reports: joined?.reports ?? null,
        valid: joined?.valid ?? null,
      },
      lines: mergeLines({ joined, balance, plan, units: read.length }, words),
      exit: 0,
    };
  });
}

function readMap(path: string): MergeMap {
  const text = readSmallFile(resolve(path), MOST_BYTES.profile).toString('utf8');
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw new AppError('INPUT_UNREADABLE', { file: path }, { cause });
  }
  const parsed = map.safeParse(json);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map((issue) => [issue.path.map(String).join('.'), issue.code] as const);
  throw new AppError('RECORD_INVALID', { file: path }, { fieldErrors: Object.fromEntries(fields) });
}

/** Opens a source as the person named, else as the first of its people whom the passphrase lets in. */
async function open(
  backend: Backend,
  path: string,
  at: number,
  named: string | undefined,
  environment: Environment['environment'],
): Promise<void> {
  const file = backend.files.register(path);
  const recoveryKey = environment[`SCL_SOURCE_RECOVERY_KEY_${at + 1}`];
  const task = `merge-${at + 1}`;
  if (recoveryKey !== undefined) {
    await backend.call('merge.open', { file, by: { kind: 'recovery', recoveryKey }, task });
    return;
  }
  const passphrase =
    environment[`SCL_SOURCE_PASSPHRASE_${at + 1}`] ?? environment.SCL_SOURCE_PASSPHRASE ?? '';
  const { people } = await backend.call('merge.look', { file });
  const logins = named === undefined ? people.map(({ login }) => login) : [named];
  let fault: unknown = new AppError('PASSPHRASE_WRONG', { login: named ?? '' });
  for (const login of logins) {
    try {
      await backend.call('merge.open', { file, by: { kind: 'passphrase', login, passphrase }, task });
      return;
    } catch (error) {
      // Everybody there may have the same passphrase, and not everybody may join units.
      const next = error instanceof AppError && ['PASSPHRASE_WRONG', 'FORBIDDEN'].includes(error.code);
      if (!next) throw error;
      fault = error;
    }
  }
  throw fault;
}

function mergeLines(
  {
    joined,
    balance,
    plan,
    units,
  }: {
    readonly joined: Output<'merge.join'> | null;
    readonly balance: Balance;
    readonly plan: Output<'merge.plan'>;
    readonly units: number;
  },
  { fill, cli, lang }: Words,
): string[] {
  const shown = (n: number): string => formatCount(n, lang);
  const records = recordsThatCame(balance.ledgers);
  const differing = plan.clashes.filter(({ identical }) => !identical).length;
  return [
    joined === null
      ? fill(cli.merge.dryRun, { n: units, records: shown(records) })
      : fill(cli.merge.done, { n: units, records: shown(records), number: joined.done.number }),
    fill(cli.merge.clashes, { n: shown(plan.clashes.length), differing: shown(differing) }),
    ...filledLines(balance.ledgers).map(({ ledger, present, sources, same, left, after }) =>
      fill(cli.merge.line, {
        ledger: ledgerName(ledger, lang),
        sum: [present, ...sources].map(shown).join(' + '),
        after: shown(after),
        same: shown(same),
        left: shown(left),
      }),
    ),
    fill(cli.merge.figures, { n: shown(balance.figures.length) }),
    ...(joined === null
      ? []
      : [
          fill(cli.merge.reports, { valid: shown(joined.valid), n: shown(joined.reports) }),
          fill(cli.merge.copy, { file: joined.done.copy }),
        ]),
  ];
}
