import { frameOf } from './signature-block.ts';

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

interface PdfKitPage {
  readonly dictionary: PdfKitReference;
  readonly annotations: PdfKitReference[];
  readonly height: number;
}

export interface PdfKitDocument extends NodeJS.ReadableStream {
  readonly _root: PdfKitReference;
  readonly page: PdfKitPage;
  readonly _pageBuffer: readonly PdfKitPage[];
  /** What pdfmake laid out, page by page. */
  readonly _pdfMakePages: Parameters<typeof frameOf>[0];
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

/** Bytes kept for the CMS; one measures 1 to 3 kB; the rest is room for a chain. */
export const SIGNATURE_SLOT = 8192;
/** Ten digits each: a placeholder that the real numbers overwrite without moving a byte. */
export const BYTE_RANGE_DIGITS = 10;

/**
 * Adds the one signature field: where the pages have a frame for it, over that, with an appearance that draws nothing
 * (the frame and its text are part of the page); else unseen on the last page. Returns the signature dictionary, whose
 * `offset` tells after writing where its placeholders are.
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
  const frame = frameOf(document._pdfMakePages);
  const page = (frame === null ? undefined : document._pageBuffer[frame.page]) ?? document.page;
  const place = frame === null ? { Rect: [0, 0, 0, 0] } : seenAt(document, frame, page.height);
  const widget = document.ref({
    Type: 'Annot',
    Subtype: 'Widget',
    FT: 'Sig',
    T: pdfString('ChuKySo'),
    F: 132,
    ...place,
    P: page.dictionary,
    V: signature,
  });
  page.annotations.push(widget);
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

/** Content of the field's own appearance: nothing is drawn. */
export const BLANK_APPEARANCE = 'q Q';

/** Rectangle and blank appearance of the field; PDF/A wants an appearance of every field that is seen. */
function seenAt(
  document: PdfKitDocument,
  { x, y, width, height }: NonNullable<ReturnType<typeof frameOf>>,
  pageHeight: number,
): Record<string, unknown> {
  const rounded = (value: number): number => Math.round(value * 100) / 100;
  const [left, bottom, wide, high] = [x, pageHeight - y - height, width, height].map(rounded) as [
    number,
    number,
    number,
    number,
  ];
  const appearance = document.ref({ Type: 'XObject', Subtype: 'Form', BBox: [0, 0, wide, high] });
  appearance.write(Buffer.from(BLANK_APPEARANCE, 'latin1'));
  appearance.end();
  return { Rect: [left, bottom, rounded(left + wide), rounded(bottom + high)], AP: { N: appearance } };
}

/** pdfkit writes a primitive string as a name and a String object as a text. */
function pdfString(text: string): object {
  return Object(text) as object;
}
