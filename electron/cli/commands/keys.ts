import { clockFrom } from '#electron/application/app/clock.ts';
import { describeTokens } from '#electron/application/keys/list-tokens.ts';
import { formatDate, parseIsoDate } from '#shared/domain/local-date.ts';
import { AppError } from '#shared/errors.ts';
import type { TokenEntry } from '#shared/ipc/contract/keys.ts';
import type { Environment, Outcome } from '../environment.ts';
import { type Arguments, required } from '../parse-arguments.ts';
import { driverFile } from '../signing-key.ts';
import type { Words } from '../words.ts';

/** `keys --token DRIVER`: the tokens that are plugged in and their certificates, without any PIN. */
export async function keys(args: Arguments, environment: Environment, words: Words): Promise<Outcome> {
  const { launchToken } = environment;
  if (launchToken === undefined) throw new AppError('NOT_ALLOWED_HERE', { channel: 'token' });
  const driver = driverFile(required(args, 'token'));
  const tokens = await describeTokens(launchToken, driver, clockFrom(environment.environment).now());
  return {
    json: { driver, tokens },
    lines: tokens.length === 0 ? [words.cli.keys.none] : tokens.flatMap((token) => linesOf(token, words)),
    exit: 0,
  };
}

function linesOf(token: TokenEntry, { cli, fill }: Words): string[] {
  const { slot, label, manufacturer, model, pin } = token;
  const maker = [manufacturer, model].filter((text) => text !== '').join(' ');
  return [
    fill(cli.keys.token, { slot, label, maker, pin: cli.keys.pin[pin] }),
    ...token.certificates.flatMap(({ subject, algorithm, fingerprint, notBefore, notAfter, unsuitable }) => [
      `  ${fill(cli.keys.certificate, { subject, algorithm, from: day(notBefore), to: day(notAfter) })}`,
      `    ${fingerprint.replace(/(.{4})(?=.)/g, '$1 ')}`,
      ...(unsuitable === null ? [] : [`    ${fill(cli.keys.unsuitable, { reason: unsuitable })}`]),
    ]),
  ];
}

function day(instant: string): string {
  const date = parseIsoDate(instant.slice(0, 10));
  return date === null ? instant : formatDate(date);
}
