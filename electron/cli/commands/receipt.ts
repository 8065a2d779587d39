import { closeSync, openSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import { receiver as enReceiver } from '#shared/i18n/en/receiver.ts';
import { receiver as viReceiver } from '#shared/i18n/vi/receiver.ts';
import type { ReceiptEntry } from '#shared/ipc/contract/receiver.ts';
import { RECEIPT_VERDICTS } from '#shared/receiver/receipt.ts';
import type { Environment, Outcome } from '../environment.ts';
import { inFolder } from '../open-folder.ts';
import { type Arguments, choiceOption, required } from '../parse-arguments.ts';
import { keyArgument } from '../signing-key.ts';
import type { Words } from '../words.ts';
import { existingFile } from './import.ts';
import { writablePath } from './report.ts';

/**
 * `receipt FILE-or-CODE --data DIR …`: answers a report (receiver: `--verdict`, `--out`, `--key`), takes an answer in
 * (unit: an `.scl-receipt` file), or tells for which report and verdict an eight-digit code stands.
 */
export async function receipt(args: Arguments, environment: Environment, words: Words): Promise<Outcome> {
  const [operand = ''] = args.operands;
  if (/^\d{4}[\s.-]?\d{4}$/.test(operand)) return lookUp(operand, args, environment, words);
  const file = existingFile(operand);
  return isPdf(file) ? issue(file, args, environment, words) : take(file, args, environment, words);
}

async function issue(
  file: string,
  args: Arguments,
  environment: Environment,
  words: Words,
): Promise<Outcome> {
  required(args, 'verdict');
  const verdict = choiceOption(args, 'verdict', RECEIPT_VERDICTS) ?? 'returned';
  const out = writablePath(required(args, 'out'));
  const key = keyArgument(args, environment);
  const lines = (args.values.get('reason') ?? '').split(/\r?\n/).filter((line) => line.trim() !== '');
  const { receipt: entry } = await inFolder(args, environment, ({ backend }) =>
    backend.call('receipts.issue', {
      file: backend.files.register(file),
      verdict,
      reasons: lines.map((line) => ({ where: null, text: line.slice(0, 500) })),
      key: key((path) => backend.files.register(path)),
      target: backend.files.register(out),
    }),
  );
  const { fill, cli } = words;
  return {
    json: { did: 'issued', out, receipt: entry, wellFormed: null, match: null },
    lines: [fill(cli.receipt.issued, { ...shown(entry, words), file: basename(out) })],
    exit: 0,
  };
}

async function take(file: string, args: Arguments, environment: Environment, words: Words): Promise<Outcome> {
  const entry = await inFolder(args, environment, ({ backend }) =>
    backend.call('receipts.take', { file: backend.files.register(file) }),
  );
  const { fill, cli } = words;
  return {
    json: { did: 'taken', out: null, receipt: entry, wellFormed: null, match: null },
    lines: [
      fill(cli.receipt.taken, shown(entry, words)),
      ...entry.reasons.map(({ where, text }) => `  - ${where === null ? '' : `${where}: `}${text}`),
      ...(entry.trusted ? [] : [cli.receipt.untrusted]),
    ],
    // The answer holds, but nobody vouches for who gave it.
    exit: entry.trusted ? 0 : 2,
  };
}

async function lookUp(
  code: string,
  args: Arguments,
  environment: Environment,
  words: Words,
): Promise<Outcome> {
  const found = await inFolder(args, environment, ({ backend }) => backend.call('receipts.byCode', { code }));
  const { fill, cli, lang } = words;
  const { match, wellFormed } = found;
  const verdicts = (lang === 'en' ? enReceiver : viReceiver).receipts;
  const line =
    match !== null
      ? fill(cli.receipt.matches, { ...match, verdict: verdicts[match.verdict] })
      : wellFormed
        ? cli.receipt.noMatch
        : cli.receipt.misheard;
  return {
    json: { did: 'looked-up', out: null, receipt: null, ...found },
    lines: [line],
    exit: match === null ? 1 : 0,
  };
}

function shown(entry: ReceiptEntry, { lang }: Words): Record<string, string | number> {
  const { reportId, revision, verdict, receiver, code } = entry;
  return {
    reportId,
    revision,
    verdict: (lang === 'en' ? enReceiver : viReceiver).receipts[verdict],
    receiver: receiver.name,
    code: `${code.slice(0, 4)} ${code.slice(4)}`,
  };
}

/** A report is told by its first bytes, not by its name. */
function isPdf(path: string): boolean {
  const handle = openSync(path, 'r');
  try {
    const head = Buffer.alloc(5);
    readSync(handle, head, 0, 5, 0);
    return head.toString('latin1') === '%PDF-';
  } finally {
    closeSync(handle);
  }
}
