import { deflateSync } from 'node:zlib';
import { BYTE_RANGE_DIGITS, SIGNATURE_SLOT } from '#electron/report/pdf/pdfkit-surface.ts';
import type { UnsignedPdf } from '#electron/report/pdf/unsigned-pdf.ts';
import { readPdfFile, streamContent } from '#electron/report/verify/pdf-file.ts';

/** An object of a file taken apart: its dictionary as text, its stream inflated. */
export interface LooseObject {
  readonly id: number;
  head: string;
  stream: Buffer | null;
}

/**
 * Takes an unsigned (or signed) file apart, lets `edit` change its objects, and puts it together again in the exact
 * form of the writer, with an empty signature: what a dishonest program could sign as if it were ours.
 */
export function rebuild(bytes: Buffer, edit: (objects: LooseObject[]) => void): UnsignedPdf {
  const file = readPdfFile(bytes);
  const objects = file.objects.map((object): LooseObject => {
    const raw = bytes.toString('latin1', object.start, object.stream?.start ?? object.end);
    const head = raw.slice(
      raw.indexOf('obj\n') + 4,
      object.stream ? raw.lastIndexOf('stream\n') : raw.lastIndexOf('endobj\n'),
    );
    return {
      id: object.id,
      head: resetSignature(head),
      stream: object.stream ? streamContent(file, object) : null,
    };
  });
  const order = new Map(file.objects.map(({ id, start }) => [id, start]));
  edit(objects);
  return assemble(
    objects,
    order,
    bytes.toString('latin1', bytes.lastIndexOf('trailer\n', undefined, 'latin1')),
  );
}

function resetSignature(head: string): string {
  if (!head.includes('/Type /Sig\n')) return head;
  return head
    .replace(/\/ByteRange \[[^\]]*\] */, `/ByteRange [0${` ${'9'.repeat(BYTE_RANGE_DIGITS)}`.repeat(3)}]`)
    .replace(/\/Contents <[0-9a-f]*>/, `/Contents <${'0'.repeat(SIGNATURE_SLOT * 2)}>`);
}

function assemble(
  objects: readonly LooseObject[],
  order: ReadonlyMap<number, number>,
  oldTrailer: string,
): UnsignedPdf {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xff\xff\xff\xff\n', 'latin1')];
  let at = parts[0]?.length ?? 0;
  let signatureAt = 0;
  const offsets = new Map<number, number>();
  for (const { id, head, stream } of [...objects].sort(
    (a, b) => (order.get(a.id) ?? 1e9 + a.id) - (order.get(b.id) ?? 1e9 + b.id),
  )) {
    offsets.set(id, at);
    if (head.includes('/Type /Sig\n')) signatureAt = at;
    const part =
      stream === null ? Buffer.from(`${id} 0 obj\n${head}endobj\n`, 'latin1') : withStream(id, head, stream);
    parts.push(part);
    at += part.length;
  }
  const count = objects.length + 1;
  const rows = Array.from(
    { length: objects.length },
    (_, index) => `${String(offsets.get(index + 1)).padStart(10, '0')} 00000 n \n`,
  ).join('');
  const trailer = oldTrailer
    .replace(/\/Size \d+/, `/Size ${count}`)
    .replace(/startxref\n\d+/, `startxref\n${at}`);
  parts.push(Buffer.from(`xref\n0 ${count}\n0000000000 65535 f \n${rows}${trailer}`, 'latin1'));
  return { bytes: Buffer.concat(parts), signatureAt };
}

function withStream(id: number, head: string, stream: Buffer): Buffer {
  const packed = head.includes('/FlateDecode') ? deflateSync(stream) : stream;
  const sized = head.replace(/\/Length \d+/, `/Length ${packed.length}`);
  return Buffer.concat([
    Buffer.from(`${id} 0 obj\n${sized}stream\n`, 'latin1'),
    packed,
    Buffer.from('\nendstream\nendobj\n', 'latin1'),
  ]);
}

/** The object whose dictionary contains a text. */
export function objectWith(objects: readonly LooseObject[], text: string): LooseObject {
  const found = objects.find(({ head }) => head.includes(text));
  if (!found) throw new Error(`no object with ${text}`);
  return found;
}
