import { existsSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import type { Backend } from '#electron/application/backend.ts';
import { parseInput } from '#electron/application/parse-call.ts';
import { fileSha256 } from '#electron/common/file-hash.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { AppError } from '#shared/errors.ts';
import { formatCount } from '#shared/i18n/format.ts';
import type { ReportCheck, ReportEntry } from '#shared/ipc/contract/reports.ts';
import type { Parsed } from '#shared/ipc/contract.ts';
import type { Environment, Outcome } from '../environment.ts';
import { heldBack } from '../held-back.ts';
import { inFolder } from '../open-folder.ts';
import { type Arguments, dateOption, required } from '../parse-arguments.ts';
import { keyArgument } from '../signing-key.ts';
import type { Words } from '../words.ts';
import { existingFile } from './import.ts';

export interface ReportRequest {
  readonly period: string;
  readonly key: Parsed<'reports.sign'>['key'];
  /** Absolute path of the PDF to write. */
  readonly out: string;
  readonly number: string | undefined;
  readonly date: LocalDate | undefined;
  /** Answers every warning; undefined: those that the saved draft leaves unanswered hold the report back. */
  readonly reason: string | undefined;
  /** SHA-256 of the signed report that this one supersedes; `reason` then says why as well. */
  readonly amends?: string | undefined;
}

/** `report --data DIR --period P --out FILE.pdf (--key FILE.p12 | --token DRIVER) …`: builds, signs and exports a report. */
export async function report(args: Arguments, environment: Environment, words: Words): Promise<Outcome> {
  const key = keyArgument(args, environment);
  const out = writablePath(required(args, 'out'));
  const amends = args.values.get('amends');
  const period = required(args, 'period');
  const { entry, checks } = await inFolder(args, environment, async ({ backend, workspace }) => {
    const signed = workspace.store.reports.list(period);
    const superseded = amends === undefined ? undefined : await demandLast(signed, existingFile(amends));
    return signReport(backend, {
      period,
      out,
      key: key(backend.files.register),
      number: args.values.get('number'),
      date: dateOption(args, 'date'),
      reason: args.values.get('reason'),
      amends: superseded,
    });
  });
  const { size, sha256, signedBy } = entry;
  return {
    json: { file: out, ...entry, checks },
    lines: [
      words.fill(words.cli.report.done, {
        period,
        signer: signedBy,
        file: out,
        size: formatCount(size, words.lang),
        sha256,
      }),
    ],
    exit: 0,
  };
}

/**
 * Draft, reasons, signature, file. The saved draft changes only when the report is signed. Throws REPORT_HELD_BACK with
 * the checks that stand in the way, ALREADY_SIGNED for a signed period that is not amended, RECORD_INVALID for a number or reason that is too long.
 */
export async function signReport(
  backend: Backend,
  request: ReportRequest,
): Promise<{ entry: ReportEntry; checks: ReportCheck[] }> {
  const { period, key, out, number, date, reason, amends } = request;
  const draft = await backend.call('reports.draft', { period });
  if (draft.amends !== null && draft.amends.sha256 !== amends)
    throw new AppError('ALREADY_SIGNED', { period, revision: draft.amends.revision });
  const dated = { ...draft.text, number: number ?? draft.text.number, date: date ?? draft.text.date };
  const save = (reasons: Readonly<Record<string, string>>) =>
    backend.call(
      'reports.saveDraft',
      parseInput('reports.saveDraft', { period, text: { ...dated, reasons } }),
    );
  // The text itself may call for a warning, so the reason is given when it stands.
  let { checks } = await save(draft.text.reasons);
  const warnings = checks.filter(({ severity }) => severity === 'warning').map(({ code }) => code);
  const given = reason === undefined ? {} : Object.fromEntries(warnings.map((code) => [code, reason]));
  const reasons: Readonly<Record<string, string>> = { ...draft.text.reasons, ...given };
  let entry: ReportEntry;
  try {
    ({ checks } = await save(reasons));
    const standing = checks.filter(({ code, severity }) => severity === 'error' || !reasons[code]?.trim());
    if (standing.length > 0) throw heldBack(standing);
    entry = await backend.call('reports.sign', parseInput('reports.sign', { period, key, amends, reason }));
  } catch (error) {
    await backend.call('reports.saveDraft', { period, text: draft.text });
    throw error;
  }
  await backend.call('reports.export', { id: entry.id, target: backend.files.register(out) });
  return { entry, checks };
}

/** An amended report supersedes the last one of its period, and no other file; the hash of that file. */
async function demandLast(signed: readonly { readonly sha256: string }[], file: string): Promise<string> {
  const sha256 = await fileSha256(file);
  if (signed.at(-1)?.sha256 === sha256) return sha256;
  throw new AppError('USAGE', { problem: 'amends', command: 'report', given: basename(file) });
}

/** The absolute path of a file to write. Throws OUTPUT_UNWRITABLE before anything is signed. */
export function writablePath(path: string): string {
  const full = resolve(path);
  if (!existsSync(dirname(full)) || statSync(full, { throwIfNoEntry: false })?.isDirectory())
    throw new AppError('OUTPUT_UNWRITABLE', { file: path });
  return full;
}
