import { sha256Bytes, sha256Hex } from '#electron/common/sha256.ts';
import { DerError } from '#electron/report/asn1/der-reader.ts';
import { buildCms } from '#electron/report/sign/cms.ts';
import type { ReportSigner } from '#electron/report/sign/signer.ts';
import { type CheckedSignature, checkCms } from '#electron/report/verify/cms.ts';
import { Rejection } from '#electron/report/verify/rejection.ts';
import {
  codeOf,
  codeText,
  RECEIPT_FORMAT,
  RECEIPT_VERSION,
  type ReceiptV1,
  type ReceiptVerdict,
  receiptFile,
  receiptText,
} from '#shared/receiver/receipt.ts';
import { canonicalJson } from '#shared/report/canonical-json.ts';

/** The code of an answer, from what receiver and unit both have: the report file, the verdict, the addressee. */
export function receiptCode(sha256: string, verdict: ReceiptVerdict, addressee: string): string {
  return codeOf(sha256Hex(codeText(sha256, verdict, addressee)));
}

/** The bytes of the answer's file: canonical JSON of the answer and its signature, with no byte to spare. */
export async function sealReceipt(receipt: ReceiptV1, signer: ReportSigner): Promise<Buffer> {
  const digest = sha256Bytes(receiptText(receipt));
  const cms = await buildCms(digest, signer);
  return Buffer.from(canonicalJson({ receipt, signature: cms.toString('base64') }), 'utf8');
}

/** Why a file is no receipt that can be believed; the words stand in the catalogue `receiver.receiptFaults`. */
export type SealFault = 'form' | 'newer' | 'signature';

/** An answer whose signature fits it. Who signed is still to be judged. */
export interface OpenedReceipt {
  readonly receipt: ReceiptV1;
  readonly signature: CheckedSignature;
}

/**
 * Reads the file of an answer: UTF-8, canonical to the byte, of a known version, every byte either signed or part of
 * the signature. Never throws for any bytes.
 */
export function openReceipt(bytes: Uint8Array): OpenedReceipt | { readonly fault: SealFault } {
  let value: unknown;
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    value = JSON.parse(text);
    if (canonicalJson(value) !== text) return { fault: 'form' };
  } catch {
    return { fault: 'form' };
  }
  const parsed = receiptFile.safeParse(value);
  if (!parsed.success) return { fault: isNewer(value) ? 'newer' : 'form' };
  const { receipt, signature } = parsed.data;
  const cms = Buffer.from(signature, 'base64');
  if (cms.toString('base64') !== signature) return { fault: 'form' };
  try {
    return { receipt, signature: checkCms(cms, [Buffer.from(receiptText(receipt), 'utf8')]) };
  } catch (error) {
    if (error instanceof Rejection || error instanceof DerError) return { fault: 'signature' };
    throw error;
  }
}

function isNewer(value: unknown): boolean {
  const { format, version } = ((value as { receipt?: unknown } | null)?.receipt ?? {}) as {
    format?: unknown;
    version?: unknown;
  };
  return format === RECEIPT_FORMAT && typeof version === 'number' && version > RECEIPT_VERSION;
}
