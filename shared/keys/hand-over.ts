import { z } from 'zod';
import { localDate } from '../ipc/contract/common.ts';
import { canonicalJson } from '../report/canonical-json.ts';
import { isClean } from '../report/clean-text.ts';

/** Name of the format of the note; with {@link HAND_OVER_VERSION} it says how it is to be read. */
export const HAND_OVER_FORMAT = 'so-chat-luong/hand-over';
export const HAND_OVER_VERSION = 1;
export const HAND_OVER_EXTENSION = 'scl-handover';

const clean = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .refine((text) => isClean(text));
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * A leaving signer's word that another key speaks for the unit from a day on (docs/trust-folder.md). Signed by the
 * leaving key are the bytes of its canonical JSON.
 */
export const handOverV1 = z.strictObject({
  format: z.literal(HAND_OVER_FORMAT),
  version: z.literal(HAND_OVER_VERSION),
  unit: z.strictObject({ code: z.string().regex(/^[^\s\u0000-\u001f]{1,20}$/), name: clean(200) }),
  /** SHA-256 of the leaving certificate: the one that signs. */
  retiring: sha256,
  /** The last day on which the leaving key may sign, in Vietnamese time. */
  lastDay: localDate,
  successor: z.strictObject({
    sha256,
    /** DER, base64. */
    certificate: z.base64().min(200).max(20_000),
  }),
  /** The first day on which the new key may sign. */
  firstDay: localDate,
  reason: clean(500),
  /** Claimed time, UTC. */
  signedAt: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/),
});
export type HandOverV1 = z.infer<typeof handOverV1>;

/** The file: the note and a CMS signature (detached, as in a report) over its canonical bytes, in base64. */
export const handOverFile = z.strictObject({ note: handOverV1, signature: z.base64().min(100).max(40_000) });

/** The text whose UTF-8 is signed. */
export function handOverText(note: HandOverV1): string {
  return canonicalJson(note);
}

/** `BanGiaoKhoa_26503_2024-07-01.scl-handover`. */
export function handOverFileName({ unit, firstDay }: Pick<HandOverV1, 'unit' | 'firstDay'>): string {
  return `BanGiaoKhoa_${unit.code.replace(/[^0-9A-Za-z.-]/g, '-')}_${firstDay}.${HAND_OVER_EXTENSION}`;
}
