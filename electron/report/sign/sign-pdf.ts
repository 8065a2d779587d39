import { createHash } from 'node:crypto';
import { AppError } from '#shared/errors.ts';
import { BYTE_RANGE_DIGITS, SIGNATURE_SLOT } from '../pdf/pdfkit-surface.ts';
import type { UnsignedPdf } from '../pdf/unsigned-pdf.ts';
import { buildCms } from './cms.ts';
import type { ReportSigner } from './signer.ts';

/**
 * Fills the signature placeholder: everything but the signature's own hex is signed, in the one revision there is.
 * Throws `AppError` KEY_UNSUITABLE when the key's certificates do not fit into the room kept for them.
 */
export async function signPdf({ bytes, signatureAt }: UnsignedPdf, signer: ReportSigner): Promise<Buffer> {
  const signed = Buffer.from(bytes);
  const placeholder = `/ByteRange [0${` ${'9'.repeat(BYTE_RANGE_DIGITS)}`.repeat(3)}]`;
  const rangeAt = expectAt(signed, placeholder, signatureAt);
  const contentsAt = expectAt(signed, '/Contents <', rangeAt) + '/Contents '.length;
  const afterContents = contentsAt + SIGNATURE_SLOT * 2 + 2;
  const range = `/ByteRange [0 ${contentsAt} ${afterContents} ${signed.length - afterContents}]`;
  // Blanks after the bracket keep every offset; they stand inside the dictionary, where blanks mean nothing.
  signed.write(range.padEnd(placeholder.length), rangeAt, 'latin1');
  const digest = createHash('sha256')
    .update(signed.subarray(0, contentsAt))
    .update(signed.subarray(afterContents))
    .digest();
  const cms = await buildCms(digest, signer);
  if (cms.length > SIGNATURE_SLOT) throw new AppError('KEY_UNSUITABLE', { reason: 'chain-too-long' });
  signed.write(cms.toString('hex'), contentsAt + 1, 'latin1');
  return signed;
}

function expectAt(bytes: Buffer, text: string, from: number): number {
  const at = bytes.indexOf(text, from, 'latin1');
  if (at < 0) throw new Error('the signature placeholder is not where it was written');
  return at;
}
