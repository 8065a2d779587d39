import { z } from 'zod';
import { PIN_STATES } from '../ipc/contract/keys.ts';
import { count, day, instant, nullable, sha256 } from './answer-parts.ts';

const certificateOwner = z.object({ subject: z.string(), fingerprint: sha256 });

/** What `hand-over` prints. */
export const handOverAnswer = z.object({
  file: z.string().describe('absolute path of the signed note'),
  unitCode: z.string(),
  unitName: z.string(),
  retiring: certificateOwner,
  lastDay: day,
  successor: certificateOwner,
  firstDay: day,
  reason: z.string(),
  signedAt: instant,
});

/** What `keys` prints. */
export const keysAnswer = z.object({
  driver: z.string().describe('absolute path of the library'),
  tokens: z.array(
    z.object({
      slot: count,
      label: z.string(),
      manufacturer: z.string(),
      model: z.string(),
      serial: z.string(),
      pin: z.enum(PIN_STATES).describe('state of the PIN, read without trying one'),
      ownPinPad: z.boolean(),
      certificates: z.array(
        z.object({
          subject: z.string(),
          issuer: nullable(z.string()).describe('who issued it; null: its holder'),
          serial: z.string(),
          fingerprint: sha256.describe('of the certificate in DER'),
          algorithm: z.string(),
          notBefore: instant,
          notAfter: instant,
          unsuitable: nullable(z.string()).describe('why it cannot sign reports today'),
        }),
      ),
    }),
  ),
});
