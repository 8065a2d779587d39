import { constants, verify } from 'node:crypto';
import {
  type Certificate,
  keyText,
  readCertificate,
  subjectText,
} from '#electron/report/asn1/certificate.ts';
import { sequence, tlv } from '#electron/report/asn1/der-writer.ts';
import { chainOf } from '#electron/report/sign/chain.ts';
import { PSS_SALT, type ReportSigner } from '#electron/report/sign/signer.ts';
import { demandSuitable } from '#electron/report/sign/suitable.ts';
import { AppError } from '#shared/errors.ts';
import type { RawToken, SignatureForm } from './messages.ts';
import { converse, TOKEN_LIMITS, type TokenLauncher, type TokenLimits } from './token-process.ts';

/** A certificate on a token with which its holder may sign. */
export interface TokenCertificate {
  readonly certificate: Certificate;
  readonly keyId: string;
  readonly subject: string;
  readonly algorithm: string;
}

/** A token with the certificates of its holder; those of authorities only complete the way to the root. */
export interface FoundToken extends Omit<RawToken, 'certificates'> {
  readonly certificates: readonly TokenCertificate[];
  readonly authorities: readonly Certificate[];
}

/**
 * The tokens that a driver finds, without any PIN. Throws `AppError` TOKEN_DRIVER_MISSING, TOKEN_DRIVER_UNUSABLE,
 * TOKEN_CRASHED, TOKEN_TIMEOUT, TOKEN_FAULT.
 */
export async function listTokens(
  launch: TokenLauncher,
  driver: string,
  limits: TokenLimits = TOKEN_LIMITS,
): Promise<FoundToken[]> {
  const conversation = converse(launch);
  try {
    const { tokens } = await conversation.ask({ kind: 'list', driver }, limits.list);
    return tokens.map(understand);
  } finally {
    await conversation.end();
  }
}

function understand({ certificates, ...token }: RawToken): FoundToken {
  const read = certificates.flatMap(({ der, keyId, keySeen }) => {
    try {
      return [{ certificate: readCertificate(Buffer.from(der, 'base64')), keyId, keySeen }];
    } catch {
      // Old tokens carry certificates of forms that sign no report.
      return [];
    }
  });
  return {
    ...token,
    certificates: read
      .filter(({ certificate, keyId, keySeen }) => keyId !== '' && (keySeen || !certificate.authority))
      .map(({ certificate, keyId }) => ({
        certificate,
        keyId,
        subject: subjectText(certificate),
        algorithm: keyText(certificate.publicKey),
      })),
    authorities: read
      .filter(({ certificate }) => certificate.authority)
      .map(({ certificate }) => certificate),
  };
}

/** Which key of which token, and the PIN; used for one conversation and kept nowhere. */
export interface TokenChoice {
  readonly driver: string;
  /** Null: the only slot with a token. */
  readonly slot: number | null;
  /** SHA-256 of the certificate or its beginning, lower-case hex; null: the only certificate. */
  readonly certificate: string | null;
  readonly pin: string;
  /** The last try before the token locks itself may be used. */
  readonly finalTry: boolean;
}

/** A signer whose key is on a token; to be closed when nothing more is signed. */
export interface TokenSigner extends ReportSigner {
  close(): Promise<void>;
}

/**
 * Logs in to a token and gives its key as a signer. The PIN is tried once. Throws `AppError` as {@link listTokens},
 * TOKEN_ABSENT, TOKEN_CHOICE (several slots or certificates fit), TOKEN_CERTIFICATE_UNKNOWN, TOKEN_PIN_WRONG,
 * TOKEN_PIN_LOCKED, TOKEN_PIN_FINAL_TRY, CANCELLED, KEY_UNSUITABLE.
 */
export async function openToken(
  launch: TokenLauncher,
  choice: TokenChoice,
  now: string,
  limits: TokenLimits = TOKEN_LIMITS,
): Promise<TokenSigner> {
  // A list from a process of its own: what opens a session afterwards begins with a library nobody touched.
  const { token, chosen } = choose(await listTokens(launch, choice.driver, limits), choice);
  const { certificate } = chosen;
  // Before any PIN is spent on a key that may not sign.
  const keyType = demandSuitable(certificate, now);
  const conversation = converse(launch);
  try {
    const { driver, pin, finalTry } = choice;
    const { slot } = token;
    await conversation.ask({ kind: 'open', driver, slot, keyId: chosen.keyId, pin, finalTry }, limits.sign);
  } catch (error) {
    await conversation.end();
    throw error;
  }
  let padding: 'pss' | 'pkcs1' = 'pss';
  return {
    certificate: certificate.der,
    chain: chainOf(certificate, token.authorities).map(({ der }) => der),
    keyType,
    get padding() {
      return padding;
    },
    async sign(data) {
      const request = { kind: 'sign', data: data.toString('base64') } as const;
      const { signature: raw, form } = await conversation.ask(request, limits.sign);
      const bytes = Buffer.from(raw, 'base64');
      const signature = form === 'ecdsa' ? ecdsaDer(bytes) : bytes;
      // A key that is not that of the certificate must not leave a file that nobody can check.
      if (!fits(certificate, form, data, signature))
        throw new AppError('TOKEN_FAULT', { reason: 'signature' });
      if (form !== 'ecdsa') padding = form;
      return signature;
    },
    close: () => conversation.end(),
  };
}

function choose(
  tokens: readonly FoundToken[],
  { slot, certificate: wanted }: TokenChoice,
): { token: FoundToken; chosen: TokenCertificate } {
  const present = tokens.filter((token) => slot === null || token.slot === slot);
  if (present.length === 0) throw new AppError('TOKEN_ABSENT');
  const fitting = present.flatMap((token) =>
    token.certificates
      .filter(({ certificate }) => wanted === null || certificate.sha256.startsWith(wanted))
      .map((chosen) => ({ token, chosen })),
  );
  const [only, ...more] = fitting;
  if (only === undefined) throw new AppError('TOKEN_CERTIFICATE_UNKNOWN');
  if (more.length > 0) throw new AppError('TOKEN_CHOICE', { count: fitting.length });
  return only;
}

function fits(certificate: Certificate, form: SignatureForm, data: Buffer, signature: Buffer): boolean {
  const key = certificate.publicKey;
  try {
    if (form === 'ecdsa') return verify('sha256', data, key, signature);
    const padding = form === 'pss' ? constants.RSA_PKCS1_PSS_PADDING : constants.RSA_PKCS1_PADDING;
    return verify('sha256', data, { key, padding, saltLength: PSS_SALT }, signature);
  } catch {
    return false;
  }
}

/** Tokens give r and s one after the other; CMS wants them as DER integers (RFC 3279 §2.2.3). */
function ecdsaDer(raw: Buffer): Buffer {
  const half = raw.length / 2;
  return sequence(...[raw.subarray(0, half), raw.subarray(half)].map(unsigned));
}

function unsigned(bytes: Buffer): Buffer {
  const first = bytes.findIndex((byte) => byte !== 0);
  const plain = first < 0 ? Buffer.from([0]) : bytes.subarray(first);
  return tlv(0x02, ...((plain[0] ?? 0) >= 0x80 ? [Buffer.from([0])] : []), plain);
}
