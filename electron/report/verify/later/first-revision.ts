import { type PdfFile, readPdfFile } from '../pdf-file.ts';
import { Rejection } from '../rejection.ts';
import { readSignatureField, type SignatureField } from '../signature-field.ts';

/** The report as it was signed: the first part of the file, which alone is a source of data. */
export interface FirstRevision {
  readonly file: PdfFile;
  readonly field: SignatureField;
  /** Number of its bytes; the file may be longer. */
  readonly length: number;
}

const END = '%%EOF\n';
/** A report has one end; the text may also stand in a stream by chance. */
const MOST_ENDS = 40;

/**
 * The beginning of the file that has the exact form of a report and that its own signature covers wholly; null when
 * no beginning has. What follows it changes nothing about it.
 */
export function findFirstRevision(bytes: Buffer): FirstRevision | null {
  let at = 0;
  for (let tried = 0; tried < MOST_ENDS; tried += 1) {
    const found = bytes.indexOf(END, at, 'latin1');
    if (found < 0) return null;
    at = found + END.length;
    const first = readWhole(bytes.subarray(0, at));
    if (first !== null) return first;
  }
  return null;
}

function readWhole(bytes: Buffer): FirstRevision | null {
  try {
    const file = readPdfFile(bytes);
    return { file, field: readSignatureField(file), length: bytes.length };
  } catch (error) {
    if (error instanceof Rejection) return null;
    throw error;
  }
}
