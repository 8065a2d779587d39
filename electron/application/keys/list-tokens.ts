import { type Certificate, issuerText } from '#electron/report/asn1/certificate.ts';
import { demandSuitable } from '#electron/report/sign/suitable.ts';
import { listTokens } from '#electron/token/token-signer.ts';
import { AppError } from '#shared/errors.ts';
import type { TokenEntry } from '#shared/ipc/contract/keys.ts';
import type { Workspace } from '../context.ts';
import { rememberDriver } from './drivers.ts';

/** Tokens that a driver finds, with the certificates that may sign or why they may not. Throws `AppError` TOKEN_…. */
export async function listTokenEntries(workspace: Workspace, driver: string): Promise<TokenEntry[]> {
  const { files, tokens, clock } = workspace;
  if (tokens === undefined) throw new AppError('NOT_ALLOWED_HERE', { channel: 'token' });
  const path = files.resolve(driver);
  const found = await describeTokens(tokens.launch, path, clock.now());
  await rememberDriver(workspace, path);
  return found;
}

/** The same for a path, without a data folder. */
export async function describeTokens(
  launch: Parameters<typeof listTokens>[0],
  driver: string,
  now: string,
): Promise<TokenEntry[]> {
  const found = await listTokens(launch, driver);
  return found.map(({ slot, label, manufacturer, model, serial, pin, ownPinPad, certificates }) => ({
    slot,
    label,
    manufacturer,
    model,
    serial,
    pin,
    ownPinPad,
    certificates: certificates.map(({ certificate, subject, algorithm }) => ({
      subject: subject.slice(0, 300),
      issuer: issuerText(certificate),
      serial: certificate.serial.slice(0, 80),
      fingerprint: certificate.sha256,
      algorithm: algorithm.slice(0, 60),
      notBefore: timeText(certificate.notBefore),
      notAfter: timeText(certificate.notAfter),
      unsuitable: unsuitable(certificate, now),
    })),
  }));
}

/** UTC, ISO 8601 with seconds. */
function timeText(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}

function unsuitable(certificate: Certificate, now: string): string | null {
  try {
    demandSuitable(certificate, now);
    return null;
  } catch (error) {
    if (error instanceof AppError) return String(error.params.reason ?? 'algorithm').slice(0, 40);
    throw error;
  }
}
