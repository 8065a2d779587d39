import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, openLog } from '#electron/application/app/log.ts';
import { AppError, ERROR_CODES } from '#shared/errors.ts';
import type { Environment, Outcome } from './environment.ts';
import type { Check } from './held-back.ts';
import { type Arguments, parseArguments, readLang } from './parse-arguments.ts';
import { createWords, type Words } from './words.ts';

/** Carries a command out: prints its answer and gives the exit code. Never throws. */
export async function runCommandLine(args: readonly string[], environment: Environment): Promise<number> {
  const words = createWords(readLang(args));
  let parsed: Arguments | null = null;
  try {
    parsed = parseArguments(args);
    const { json, lines, exit } = await answer(parsed, environment, words);
    environment.stdout.write(
      parsed.json ? `${JSON.stringify(json, null, 2)}\n` : lines.map((line) => `${line}\n`).join(''),
    );
    return exit;
  } catch (error) {
    return fail(error, args.includes('--json'), parsed, environment, words);
  }
}

async function answer(args: Arguments, environment: Environment, words: Words): Promise<Outcome> {
  if (args.help) {
    const { usage } = await import('./usage.ts');
    return {
      json: null,
      lines: usage(
        args.command === 'help' ? (args.operands[0] ?? null) : args.command,
        environment.program,
        words,
      ),
      exit: 0,
    };
  }
  const command = await load(args);
  return command(args, environment, words);
}

type Carry = (args: Arguments, environment: Environment, words: Words) => Promise<Outcome>;

/** Each command's module is loaded only when it is asked for: a start reads only what it needs. */
async function load({ command }: Arguments): Promise<Carry> {
  switch (command) {
    case 'init':
      return (await import('./commands/init.ts')).init;
    case 'import':
      return (await import('./commands/import.ts')).importFile;
    case 'undo-import':
      return (await import('./commands/undo-import.ts')).undoImport;
    case 'export':
      return (await import('./commands/export.ts')).exportRecords;
    case 'evaluate':
      return (await import('./commands/evaluate.ts')).evaluateCommand;
    case 'explain':
      return (await import('./commands/explain.ts')).explainCommand;
    case 'plan':
      return (await import('./commands/plan.ts')).plan;
    case 'summary':
      return (await import('./commands/summary.ts')).summary;
    case 'report':
      return (await import('./commands/report.ts')).report;
    case 'keys':
      return (await import('./commands/keys.ts')).keys;
    case 'hand-over':
      return (await import('./commands/hand-over.ts')).handOver;
    case 'verify':
      return (await import('./commands/verify.ts')).verify;
    case 'consolidate':
      return (await import('./commands/consolidate.ts')).consolidateCommand;
    case 'receipt':
      return (await import('./commands/receipt.ts')).receipt;
    case 'people':
      return (await import('./commands/people.ts')).peopleCommand;
    case 'person':
      return (await import('./commands/person.ts')).person;
    case 'backup':
      return (await import('./commands/backup.ts')).backupCommand;
    case 'restore':
      return (await import('./commands/restore.ts')).restoreCommand;
    case 'merge':
      return (await import('./commands/merge.ts')).mergeCommand;
    case 'check':
      return (await import('./commands/check.ts')).checkCommand;
    case 'demo':
      return (await import('./commands/demo.ts')).demo;
    case 'update':
      return (await import('./commands/update.ts')).update;
    case 'version':
      return (await import('./commands/version.ts')).version;
    case 'help':
      throw new RangeError('help is answered before');
  }
}

async function fail(
  error: unknown,
  json: boolean,
  args: Arguments | null,
  environment: Environment,
  words: Words,
): Promise<number> {
  // A use case that was asked directly throws what the storage threw.
  const { storageFault } = await import('#electron/persistence/open-database.ts');
  const known = storageFault(error);
  const fault = known instanceof AppError && known.code !== 'INTERNAL' ? known : null;
  const code = fault?.code ?? 'INTERNAL';
  const logId = fault === null ? log(error, args, environment) : null;
  const message = words.fault(code, { ...fault?.params, logId });
  const details = detailsOf(fault);
  if (json) {
    const document = {
      error: {
        code,
        message,
        params: fault?.params ?? {},
        fieldErrors: fault?.fieldErrors ?? null,
        logId,
        ...details,
      },
    };
    environment.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
  }
  environment.stderr.write(`${message}\n`);
  for (const line of details.checks?.map((check) => `  - ${words.check(check)}`) ?? [])
    environment.stderr.write(`${line}\n`);
  for (const [field, problem] of Object.entries(fault?.fieldErrors ?? {}))
    environment.stderr.write(`  - ${field}: ${problem}\n`);
  if (code === 'USAGE') {
    const { usage } = await import('./usage.ts');
    const command = fault?.params.command;
    environment.stderr.write(
      `${usage(typeof command === 'string' ? command : null, environment.program, words).join('\n')}\n`,
    );
  }
  return ERROR_CODES[code];
}

/** What a report is held back by travels as the cause of its fault. */
function detailsOf(fault: AppError | null): { checks?: readonly Check[] } {
  const cause = fault?.cause;
  if (!(cause instanceof Error) || !('checks' in cause) || !Array.isArray(cause.checks)) return {};
  return { checks: cause.checks as readonly Check[] };
}

/** Writes a fault into the data folder's log; where there is no folder, to standard error. */
function log(error: unknown, args: Arguments | null, { stderr }: Environment): string {
  const where = args?.command ?? 'cli';
  const data = args?.values.get('data');
  if (data !== undefined && existsSync(data)) return openLog(join(data, 'logs')).fault(error, where);
  const logId = randomBytes(4).toString('hex');
  stderr.write(`${JSON.stringify({ logId, where, ...describe(error) })}\n`);
  return logId;
}
