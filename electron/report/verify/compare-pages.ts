import { type PdfFile, type PdfObject, readPdfFile, streamContent } from './pdf-file.ts';
import type { PdfValue } from './pdf-values.ts';

/**
 * Compares a file with the same report drawn again: every object, its dictionary and its stream byte for byte after
 * inflating (another version of zlib may compress the same bytes otherwise). Only what the signature itself fills in
 * is left out; it has been checked by then. Returns null when they are the same, else the 1-based number of the page
 * that differs, or 0 for a part that is no page's content.
 */
export function differingPage(file: PdfFile, redrawn: Buffer, signatureId: number): number | null {
  const expected = readPdfFile(redrawn);
  if (file.objects.length !== expected.objects.length) return 0;
  const differing = file.objects.filter(
    (object, index) => !sameObject(file, object, expected, expected.objects[index] as PdfObject, signatureId),
  );
  if (differing.length === 0)
    return show(file, { kind: 'dictionary', entries: file.trailer }) ===
      show(expected, { kind: 'dictionary', entries: expected.trailer })
      ? null
      : 0;
  const pages = pageContents(file);
  const numbers = differing.map(({ id }) => pages.indexOf(id) + 1).filter((page) => page > 0);
  return numbers.length > 0 ? Math.min(...numbers) : 0;
}

function sameObject(
  file: PdfFile,
  object: PdfObject,
  expected: PdfFile,
  other: PdfObject,
  signatureId: number,
): boolean {
  if (file.bytes.subarray(object.start, object.end).equals(expected.bytes.subarray(other.start, other.end)))
    return true;
  if (object.id === signatureId)
    return (
      show(file, without(object.value, 'ByteRange', 'Contents')) ===
      show(expected, without(other.value, 'ByteRange', 'Contents'))
    );
  if ((object.stream === null) !== (other.stream === null)) return false;
  if (show(file, without(object.value, 'Length')) !== show(expected, without(other.value, 'Length')))
    return false;
  return object.stream === null || streamContent(file, object).equals(streamContent(expected, other));
}

function without(value: PdfValue, ...keys: string[]): PdfValue {
  if (value.kind !== 'dictionary') return value;
  return { kind: 'dictionary', entries: new Map([...value.entries].filter(([key]) => !keys.includes(key))) };
}

/** A text that is the same for the same value. */
function show(file: PdfFile, value: PdfValue): string {
  switch (value.kind) {
    case 'name':
      return `/${value.name}`;
    case 'number':
    case 'boolean':
      return String(value.value);
    case 'null':
      return 'null';
    case 'string':
      return `(${value.bytes.toString('hex')})`;
    case 'hex':
      return file.bytes.toString('latin1', value.start, value.end);
    case 'reference':
      return `${value.id} R`;
    case 'array':
      return `[${value.items.map((item) => show(file, item)).join(' ')}]`;
    case 'dictionary':
      return `<<${[...value.entries].map(([key, item]) => `/${key} ${show(file, item)}`).join(' ')}>>`;
  }
}

/** Ids of the content streams in the order of the pages. */
function pageContents(file: PdfFile): number[] {
  const root = file.objects.find(
    ({ value }) => value.kind === 'dictionary' && value.entries.has('Kids'),
  )?.value;
  const kids = root?.kind === 'dictionary' ? root.entries.get('Kids') : undefined;
  if (kids?.kind !== 'array') return [];
  return kids.items.map((kid) => {
    const page = kid.kind === 'reference' ? file.objects[kid.id - 1]?.value : undefined;
    const contents = page?.kind === 'dictionary' ? page.entries.get('Contents') : undefined;
    return contents?.kind === 'reference' ? contents.id : -1;
  });
}
