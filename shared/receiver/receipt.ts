import { z } from 'zod';
import { canonicalJson } from '../report/canonical-json.ts';
import { isClean } from '../report/clean-text.ts';
import { checkDigit } from './verhoeff.ts';

/** Name of the format of the signed answer; with {@link RECEIPT_VERSION} it says how it is to be read. */
export const RECEIPT_FORMAT = 'so-chat-luong/receipt';
export const RECEIPT_VERSION = 1;
const RECEIPT_EXTENSION = 'scl-receipt';
export const RECEIPT_VERDICTS = ['accepted', 'returned'] as const;
export type ReceiptVerdict = (typeof RECEIPT_VERDICTS)[number];

const clean = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .refine((text) => isClean(text));

/**
 * The receiver's answer to one report file. The binding description is `resources/schema/receipt-v1.schema.json`;
 * signed are the bytes of its canonical JSON.
 */
const receiptV1 = z
  .strictObject({
    format: z.literal(RECEIPT_FORMAT),
    version: z.literal(RECEIPT_VERSION),
    report: z.strictObject({
      id: clean(60),
      revision: z.number().int().min(1).max(9999),
      /** Of the report as its unit signed it, without countersignatures and stamps added to the file later. */
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      period: z.string().regex(/^\d{4}-(Q[1-4]|H[12]|M(0[1-9]|1[0-2])|9M|Y)$/),
      unit: z.strictObject({ code: z.string().regex(/^[^\s\u0000-\u001f]{1,20}$/), name: clean(200) }),
    }),
    verdict: z.enum(RECEIPT_VERDICTS),
    /** Why it is returned, line by line; `where` names an objective, a row or a page. */
    reasons: z.array(z.strictObject({ where: clean(60).nullable(), text: clean(500) })).max(100),
    /** The unit that answers; its key signs. */
    receiver: z.strictObject({ code: z.string().regex(/^[^\s\u0000-\u001f]{1,20}$/), name: clean(200) }),
    /** Claimed time, UTC. */
    issuedAt: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/),
    /** The code that is read over the phone; follows from the rest. */
    code: z.string().regex(/^\d{8}$/),
  })
  .refine(({ verdict, reasons }) => (verdict === 'returned') === reasons.length > 0);
export type ReceiptV1 = z.infer<typeof receiptV1>;

/** The file: the answer and a CMS signature (detached, as in a report) over its canonical bytes, in base64. */
export const receiptFile = z.strictObject({ receipt: receiptV1, signature: z.base64().min(100).max(40_000) });

/** The text whose UTF-8 is signed. */
export function receiptText(receipt: ReceiptV1): string {
  return canonicalJson(receipt);
}

/** The text whose SHA-256 gives the code: the report file, the verdict, and to whom the report was addressed. */
export function codeText(sha256: string, verdict: ReceiptVerdict, addressee: string): string {
  return `so-chat-luong/receipt-code/1\n${sha256}\n${verdict}\n${addressee.normalize('NFC')}`;
}

/** Eight digits from a SHA-256 digest (hex): seven of it and a check digit (Verhoeff). */
export function codeOf(digest: string): string {
  const seven = String(BigInt(`0x${digest}`) % 10_000_000n).padStart(7, '0');
  return `${seven}${checkDigit(seven)}`;
}

const VERDICT_IN_NAME: Readonly<Record<ReceiptVerdict, string>> = {
  accepted: 'TiepNhan',
  returned: 'TraLai',
};

/** `TraLoi_26503_2024-Q1_R1_TiepNhan.scl-receipt`: the unit's code, period, revision, answer. */
export function receiptFileName(
  report: { readonly unitCode: string; readonly period: string; readonly revision: number },
  verdict: ReceiptVerdict,
): string {
  const safe = (text: string): string => text.replace(/[^0-9A-Za-z.-]/g, '-');
  const parts = [
    'TraLoi',
    safe(report.unitCode),
    safe(report.period),
    `R${report.revision}`,
    VERDICT_IN_NAME[verdict],
  ];
  return `${parts.join('_')}.${RECEIPT_EXTENSION}`;
}

/** Whether a file is an answer, as its name says; names survive what becomes of files on their way. */
export function isReceiptName(name: string): boolean {
  return name.toLowerCase().endsWith(`.${RECEIPT_EXTENSION}`);
}
