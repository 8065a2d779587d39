import { z } from 'zod';
import {
  bytes,
  chosenFile,
  count,
  fileToken,
  id,
  localDate,
  nothing,
  service,
  sha256,
  text,
} from './common.ts';

/** How a token stands about its PIN; `final-try`: the next wrong one locks it. */
export const PIN_STATES = ['ok', 'low', 'final-try', 'locked', 'not-set'] as const;

/** Key with which to sign. A passphrase or PIN is used for this call and kept nowhere. */
export const signingKey = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('p12'), file: fileToken, passphrase: text(200) }),
  z.strictObject({ kind: z.literal('app'), keyId: id, passphrase: text(200) }),
  z.strictObject({
    kind: z.literal('token'),
    /** The token's PKCS#11 library: chosen by `files.pickDriver`, or one of `tokens.drivers`. */
    driver: fileToken,
    /** Null: the only slot with a token. */
    slot: count.nullable(),
    /** SHA-256 of the certificate, or its beginning; null: the only one. */
    certificate: z
      .string()
      .regex(/^[0-9a-f]{4,64}$/)
      .nullable(),
    /** Empty where the reader has a PIN pad of its own. */
    pin: text(100),
    /** Use even the last try before the token locks itself: only after the person was told. */
    finalTry: z.boolean().default(false),
  }),
]);
export type SigningKey = z.infer<typeof signingKey>;

/** A key that the app made. */
export const keyEntry = z.strictObject({
  id,
  subject: text(200),
  algorithm: text(40),
  fingerprint: sha256,
  notBefore: text(30),
  notAfter: text(30),
});
export type KeyEntry = z.infer<typeof keyEntry>;

/** A driver to try first: remembered from last time, or known by its maker's file name and found on this machine. */
export const tokenDriver = z.strictObject({
  driver: fileToken,
  /** Bare file name. */
  file: text(255),
  /** Maker or kind of token; null for a remembered one that is not known. */
  name: text(100).nullable(),
  remembered: z.boolean(),
});
export type TokenDriver = z.infer<typeof tokenDriver>;

export const tokenCertificate = z.strictObject({
  subject: text(300),
  /** Who issued it; null: its holder. */
  issuer: text(300).nullable(),
  /** Hex digits. */
  serial: text(80),
  fingerprint: sha256,
  algorithm: text(60),
  notBefore: text(30),
  notAfter: text(30),
  /** Why it cannot sign today (reason of `KEY_UNSUITABLE`); null: it can. */
  unsuitable: text(40).nullable(),
});
export const tokenEntry = z.strictObject({
  slot: count,
  label: text(100),
  manufacturer: text(100),
  model: text(100),
  serial: text(100),
  pin: z.enum(PIN_STATES),
  /** The PIN is typed on the reader; none is sent. */
  ownPinPad: z.boolean(),
  certificates: z.array(tokenCertificate),
});
export type TokenEntry = z.infer<typeof tokenEntry>;

/** What a hand-over note says (docs/trust-folder.md). */
export const handOver = z.strictObject({
  unitCode: text(20),
  unitName: text(200),
  retiring: z.strictObject({ subject: text(300), fingerprint: sha256 }),
  lastDay: localDate,
  successor: z.strictObject({ subject: text(300), fingerprint: sha256 }),
  firstDay: localDate,
  reason: text(500),
  /** UTC, ISO 8601. */
  signedAt: text(30),
});
export type HandOverEntry = z.infer<typeof handOver>;

/** A note of the trust store, and whether it counts; `ignored` is a code of `hand-over.ignored` in the catalogues. */
export const keptHandOver = handOver.extend({ file: text(255), ignored: text(60).nullable() });
export type KeptHandOver = z.infer<typeof keptHandOver>;

const saved = z.strictObject({ saved: chosenFile });

export const keyCalls = {
  'keys.list': service(nothing, z.array(keyEntry)),
  'keys.create': service(z.strictObject({ name: text(100).min(1), passphrase: text(200).min(8) }), keyEntry),
  'keys.saveCertificate': service(z.strictObject({ keyId: id, target: fileToken }), saved),
  /** The page by which a receiver enrols a key made by the app. */
  'keys.enrolmentSheet': service(z.strictObject({ keyId: id }), z.strictObject({ pdf: bytes })),
  'keys.saveEnrolmentSheet': service(z.strictObject({ keyId: id, target: fileToken }), saved),
  /** The leaving key signs that another one takes over; the note goes to the receiver. */
  'keys.handOver': service(
    z.strictObject({
      key: signingKey,
      successor: z.union([
        z.strictObject({ keyId: id }),
        /** A certificate file, PEM or DER. */
        z.strictObject({ certificate: fileToken }),
      ]),
      lastDay: localDate,
      firstDay: localDate,
      reason: text(500),
      target: fileToken,
    }),
    z.strictObject({ note: handOver, saved: chosenFile }),
  ),
  /** Drivers to offer before the person browses. */
  'tokens.drivers': service(nothing, z.array(tokenDriver)),
  /** Tokens that are plugged in, without any PIN; the driver is remembered where it works. */
  'tokens.list': service(z.strictObject({ driver: fileToken }), z.array(tokenEntry)),
} as const;

/** Hand-over notes as the receiver keeps them; answered beside the other `trust.` calls. */
export const handOverCalls = {
  /** Takes a note into the trust store; one that does not count is refused with its reason. */
  'trust.takeHandOver': service(z.strictObject({ file: fileToken }), handOver),
  'trust.handOvers': service(nothing, z.array(keptHandOver)),
} as const;
