import { basename } from 'node:path';
import { clockFrom } from '#electron/application/app/clock.ts';
import { verifyFiles } from '#electron/application/reports/verify-files.ts';
import type { Language } from '#shared/i18n/format.ts';
import type { VerifyResult } from '#shared/ipc/contract/reports.ts';
import { timeInVietnam } from '#shared/text/time-in-vietnam.ts';
import type { Environment, Outcome } from '../environment.ts';
import type { Arguments } from '../parse-arguments.ts';
import type { Words } from '../words.ts';

/** `verify FILE… [--trust CERT-or-DIR]`: the three-way verdict on report files. Needs no data folder. */
export async function verify(args: Arguments, environment: Environment, words: Words): Promise<Outcome> {
  const results = await verifyPaths(args.operands, args.values.get('trust') ?? null, environment, words.lang);
  return {
    json: results.length === 1 ? results[0] : results,
    lines: results.flatMap((result) => verifyLines(result, words)),
    exit: exitOf(results),
  };
}

/** Checks files one after the other. Throws INPUT_MISSING for a file that is not there. */
export function verifyPaths(
  paths: readonly string[],
  trust: string | null,
  { resourcesDir, environment }: Environment,
  language: Language,
): Promise<VerifyResult[]> {
  return verifyFiles(paths, { trust, resourcesDir, now: clockFrom(environment).now(), language });
}

/** An invalid file outweighs one about which nothing can be told. */
function exitOf(results: readonly VerifyResult[]): number {
  if (results.some(({ verdict }) => verdict === 'invalid')) return 1;
  return results.some(({ verdict }) => verdict === 'unknown') ? 2 : 0;
}

function verifyLines(
  { file, verdict, reasons, signer, signedAt, additions }: VerifyResult,
  { cli, fill }: Words,
): string[] {
  const lines = [fill(cli.verify[verdict], { file: basename(file) })];
  for (const { code, message } of reasons) lines.push(`  - ${message} [${code}]`);
  if (signer !== null) {
    const { subject, algorithm, sha256 } = signer;
    const fingerprint = sha256.replace(/(.{4})(?=.)/g, '$1 ');
    lines.push(`  ${fill(cli.verify.signer, { subject, algorithm, fingerprint })}`);
  }
  if (signedAt !== null) lines.push(`  ${fill(cli.verify.signedAt, { at: timeInVietnam(signedAt) })}`);
  for (const { message } of additions) lines.push(`  + ${message}`);
  return lines;
}
