import { finish } from './document.ts';
import { addSignatureField, type PdfKitDocument } from './pdfkit-surface.ts';

/** A page file whose signature is still a placeholder. */
export interface UnsignedPdf {
  readonly bytes: Buffer;
  /** Offset of the signature dictionary's object; its `/ByteRange` and `/Contents` follow it. */
  readonly signatureAt: number;
}

/** What a page file carries beside its pages. */
interface Embedded {
  /** File name of the data inside the PDF. */
  readonly name: string;
  /** The data in its canonical form. */
  readonly json: string;
  readonly title: string;
  /** Stands for the time of the data and of the signature: nothing of a file depends on when it is drawn. */
  readonly at: Date;
}

/** Ends laid out pages with their data embedded and one signature field whose contents are zeros. */
export async function embedForSigning(
  document: PdfKitDocument,
  { name, json, title, at }: Embedded,
): Promise<UnsignedPdf> {
  document.file(Buffer.from(json, 'utf8'), {
    name,
    type: 'application/json',
    relationship: 'Data',
    description: title,
    creationDate: at,
    modifiedDate: at,
  });
  const signature = addSignatureField(document, at);
  // The offset is known once the document is written.
  const bytes = await finish(document);
  return { bytes, signatureAt: signature.offset };
}
