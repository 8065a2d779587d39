/**
 * The parts of pdfkit 0.19.1 (inside pdfmake 0.3.11) that the signature and the PDF/A label need and that are not
 * public. Both packages are pinned; tests/report/pdf-structure.test.ts fails when one of these changes.
 */
export interface PdfKitReference {
  data: Record<string, unknown>;
  /** Byte offset in the file; set when the object is written. */
  readonly offset: number;
  write(chunk: Uint8Array): void;
  end(): void;
}

export interface PdfKitDocument extends NodeJS.ReadableStream {
  readonly _root: PdfKitReference;
  readonly page: { readonly dictionary: PdfKitReference; readonly annotations: PdfKitReference[] };
  ref(data: Record<string, unknown>): PdfKitReference;
  file(source: Buffer, options: Record<string, unknown>): PdfKitReference;
  _addColorOutputIntent(): void;
  endAcroForm(): PdfKitDocument;
  end(): void;
}

/** Adds the PDF/A output intent from bytes given, instead of a file that pdfkit looks for beside its own code. */
export function setColourProfile(document: PdfKitDocument, profile: Buffer): void {
  document._addColorOutputIntent = () => {
    const stream = document.ref({ N: 3 });
    stream.write(profile);
    stream.end();
    const name = 'sRGB IEC61966-2.1';
    const intent = document.ref({
      Type: 'OutputIntent',
      S: 'GTS_PDFA1',
      Info: pdfString(name),
      OutputConditionIdentifier: pdfString(name),
      DestOutputProfile: stream,
    });
    intent.end();
    document._root.data.OutputIntents = [intent];
  };
}

/** Bytes kept for the CMS; signing.md measured 1 to 3 kB and leaves room for a chain. */
export const SIGNATURE_SLOT = 8192;
/** Ten digits each: a placeholder that the real numbers overwrite without moving a byte. */
export const BYTE_RANGE_DIGITS = 10;

/**
 * Adds the one invisible signature field on the last page. Returns the signature dictionary, whose `offset` tells
 * after writing where its placeholders are.
 */
export function addSignatureField(document: PdfKitDocument, signedAt: Date): PdfKitReference {
  const wide = 9_999_999_999;
  // ByteRange and Contents stand before anything a person may have written.
  const signature = document.ref({
    Type: 'Sig',
    Filter: 'Adobe.PPKLite',
    SubFilter: 'ETSI.CAdES.detached',
    ByteRange: [0, wide, wide, wide],
    Contents: Buffer.alloc(SIGNATURE_SLOT),
    M: signedAt,
  });
  const widget = document.ref({
    Type: 'Annot',
    Subtype: 'Widget',
    FT: 'Sig',
    T: pdfString('ChuKySo'),
    F: 132,
    Rect: [0, 0, 0, 0],
    P: document.page.dictionary,
    V: signature,
  });
  document.page.annotations.push(widget);
  const form = document.ref({ Fields: [widget], SigFlags: 3 });
  document._root.data.AcroForm = form;
  document.endAcroForm = () => {
    form.end();
    return document;
  };
  signature.end();
  widget.end();
  return signature;
}

/** pdfkit writes a primitive string as a name and a String object as a text. */
function pdfString(text: string): object {
  return Object(text) as object;
}
