import { BLANK_APPEARANCE } from '../pdf/pdfkit-surface.ts';
import { dictionaryOf, isName, type PdfFile, streamContent } from './pdf-file.ts';
import type { PdfDictionary, PdfValue } from './pdf-values.ts';
import { demand, Rejection } from './rejection.ts';

/** The one signature of the file, as its dictionary describes it. */
export interface SignatureField {
  /** DER of the CMS, without the zeros after it. */
  readonly cms: Buffer;
  /** What the signature covers: everything but its own hex. */
  readonly signedParts: readonly [Buffer, Buffer];
  /** Claimed time, UTC, `2024-03-15T02:00:00Z`. */
  readonly signedAt: string;
  readonly objectId: number;
}

const CATALOG = new Set([
  'Type',
  'Pages',
  'Names',
  'Lang',
  'ViewerPreferences',
  'AF',
  'AcroForm',
  'OutputIntents',
  'Metadata',
]);

/**
 * Finds the signature through the catalogue, never by searching text (a title can contain "/ByteRange"), and
 * demands the exact form: one field, one dictionary, all bytes covered.
 */
export function readSignatureField(file: PdfFile): SignatureField {
  const catalog = dictionaryOf(file, file.trailer.get('Root'));
  demand(isName(catalog.get('Type'), 'Catalog'), 'STRUCTURE_ALTERED');
  for (const key of catalog.keys()) demand(CATALOG.has(key), 'FORBIDDEN_CONTENT', { name: key });
  demand(catalog.has('AcroForm'), 'SIGNATURE_MISSING');
  const form = dictionaryOf(file, catalog.get('AcroForm'));
  demand(keysOf(form) === 'Fields,SigFlags', 'SIGNATURE_FIELD');
  const widgetAt = onlyReference(form.get('Fields'));
  const widget = dictionaryOf(file, { kind: 'reference', id: widgetAt });
  const seen = widget.has('AP');
  demand(
    keysOf(widget) === `${seen ? 'AP,' : ''}F,FT,P,Rect,Subtype,T,Type,V` &&
      isName(widget.get('FT'), 'Sig') &&
      isName(widget.get('Subtype'), 'Widget'),
    'SIGNATURE_FIELD',
  );
  const [wide, high] = sizeOf(widget.get('Rect'));
  if (seen) demandBlankAppearance(file, widget.get('AP'), wide, high);
  else demand(wide === 0 && high === 0, 'SIGNATURE_FIELD');
  const value = widget.get('V');
  demand(value?.kind === 'reference', 'SIGNATURE_FIELD');
  demand(signatureDictionaries(file).join() === String(value.id), 'SIGNATURE_FIELD');
  onlyTheWidgetIsAnAnnotation(file, widgetAt);
  const signature = dictionaryOf(file, value);
  demand(keysOf(signature) === 'ByteRange,Contents,Filter,M,SubFilter,Type', 'SIGNATURE_FIELD');
  demand(
    isName(signature.get('Filter'), 'Adobe.PPKLite') &&
      isName(signature.get('SubFilter'), 'ETSI.CAdES.detached'),
    'SIGNATURE_FIELD',
  );
  return { ...covered(file, signature), signedAt: readTime(signature.get('M')), objectId: value.id };
}

/** Width and height of a rectangle whose corners stand in order. */
function sizeOf(value: PdfValue | undefined): [wide: number, high: number] {
  const [left = -1, bottom = -1, right = -1, top = -1, ...more] =
    value?.kind === 'array' ? value.items.map((item) => (item.kind === 'number' ? item.value : -1)) : [];
  demand(left >= 0 && bottom >= 0 && right >= left && top >= bottom && more.length === 0, 'SIGNATURE_FIELD');
  return [right - left, top - bottom];
}

/** The writer's own field may be seen, but draws nothing by itself: what is printed belongs to the page. */
function demandBlankAppearance(file: PdfFile, value: PdfValue | undefined, wide: number, high: number): void {
  const normal = value?.kind === 'dictionary' ? value.entries.get('N') : undefined;
  demand(
    value?.kind === 'dictionary' && keysOf(value.entries) === 'N' && normal?.kind === 'reference',
    'SIGNATURE_FIELD',
  );
  const form = dictionaryOf(file, normal);
  demand(
    /^BBox,(Filter,)?Length,Subtype,Type$/.test(keysOf(form)) &&
      isName(form.get('Type'), 'XObject') &&
      isName(form.get('Subtype'), 'Form'),
    'SIGNATURE_FIELD',
  );
  const [boxWide, boxHigh] = sizeOf(form.get('BBox'));
  // Both are written with two decimals.
  const same = Math.abs(boxWide - wide) < 0.02 && Math.abs(boxHigh - high) < 0.02 && wide > 0 && high > 0;
  const content = streamContent(file, file.object(normal.id)).toString('latin1');
  demand(same && content === BLANK_APPEARANCE, 'SIGNATURE_FIELD');
}

function keysOf(dictionary: PdfDictionary): string {
  return [...dictionary.keys()].sort().join();
}

function onlyReference(value: PdfValue | undefined): number {
  const item = value?.kind === 'array' && value.items.length === 1 ? value.items[0] : undefined;
  if (item?.kind !== 'reference') throw new Rejection('SIGNATURE_FIELD');
  return item.id;
}

/** Ids of all objects that could be taken for a signature dictionary. */
function signatureDictionaries(file: PdfFile): number[] {
  return file.objects
    .filter(({ value }) => value.kind === 'dictionary' && looksLikeSignature(value.entries))
    .map(({ id }) => id);
}

function looksLikeSignature(entries: PdfDictionary): boolean {
  const type = entries.get('Type');
  return (
    isName(type, 'Sig') ||
    isName(type, 'DocTimeStamp') ||
    entries.has('ByteRange') ||
    entries.has('SubFilter')
  );
}

function onlyTheWidgetIsAnAnnotation(file: PdfFile, widgetAt: number): void {
  const lists = file.objects.flatMap(({ value }) => {
    const list = value.kind === 'dictionary' ? value.entries.get('Annots') : undefined;
    return list === undefined ? [] : [list];
  });
  demand(lists.length === 1 && onlyReference(lists[0]) === widgetAt, 'SIGNATURE_FIELD');
  const annotations = file.objects.filter(
    ({ value }) => value.kind === 'dictionary' && isName(value.entries.get('Type'), 'Annot'),
  );
  demand(annotations.length === 1 && annotations[0]?.id === widgetAt, 'SIGNATURE_FIELD');
}

function covered({ bytes }: PdfFile, signature: PdfDictionary): Pick<SignatureField, 'cms' | 'signedParts'> {
  const contents = signature.get('Contents');
  const range = signature.get('ByteRange');
  demand(contents?.kind === 'hex' && range?.kind === 'array', 'SIGNATURE_FIELD');
  const expected = [0, contents.start, contents.end, bytes.length - contents.end];
  const stated = range.items.map((item) => (item.kind === 'number' ? item.value : -1));
  demand(stated.length === 4 && stated.every((value, index) => value === expected[index]), 'BYTE_RANGE');
  const padded = Buffer.from(bytes.toString('latin1', contents.start + 1, contents.end - 1), 'hex');
  return {
    cms: withoutPadding(padded),
    signedParts: [bytes.subarray(0, contents.start), bytes.subarray(contents.end)],
  };
}

/** One DER sequence, then zeros and nothing else. */
function withoutPadding(padded: Buffer): Buffer {
  demand(padded[0] === 0x30 && padded[1] === 0x82 && padded.length > 4, 'SIGNATURE_ENCODING');
  const length = 4 + padded.readUInt16BE(2);
  demand(length <= padded.length, 'SIGNATURE_ENCODING');
  demand(padded.subarray(length).equals(Buffer.alloc(padded.length - length)), 'SIGNATURE_ENCODING');
  return padded.subarray(0, length);
}

function readTime(value: PdfValue | undefined): string {
  const text = value?.kind === 'string' ? value.bytes.toString('latin1') : '';
  const match = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(text);
  if (!match) throw new Rejection('SIGNATURE_FIELD');
  return `${match[1]}-${match[2]}-${match[3]}T${match[4]}:${match[5]}:${match[6]}Z`;
}
