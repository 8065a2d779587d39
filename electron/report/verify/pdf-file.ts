import { inflateSync } from 'node:zlib';
import { type PdfDictionary, type PdfValue, ValueReader } from './pdf-values.ts';
import { demand, Rejection } from './rejection.ts';

/** One object of the file. `raw` runs from its number to `endobj`. */
export interface PdfObject {
  readonly id: number;
  readonly value: PdfValue;
  /** Offsets of the stream's bytes; null where there is none. */
  readonly stream: { readonly start: number; readonly end: number } | null;
  readonly start: number;
  readonly end: number;
}

/** A file of one revision whose objects tile it without gaps. */
export interface PdfFile {
  readonly bytes: Buffer;
  readonly objects: readonly PdfObject[];
  readonly trailer: PdfDictionary;
  object(id: number): PdfObject;
}

const HEADER = Buffer.from('%PDF-1.7\n%\xff\xff\xff\xff\n', 'latin1');
const LARGEST = 64 * 1024 * 1024;
const MOST_OBJECTS = 20_000;
/** Nothing in a report inflates to more. */
const LARGEST_STREAM = 32 * 1024 * 1024;

/**
 * Reads the one form of PDF that a report is written in: header at 0, objects back to back, one cross-reference
 * table, one trailer, `%%EOF` as the last line. Everything else is a {@link Rejection}: lenient readers are how
 * edited files pass as signed ones.
 */
export function readPdfFile(bytes: Buffer): PdfFile {
  demand(bytes.length <= LARGEST, 'FILE_TOO_LARGE', { bytes: bytes.length });
  demand(bytes.subarray(0, HEADER.length).equals(HEADER), 'STRUCTURE_ALTERED', { offset: 0 });
  const tableAt = startOfTable(bytes);
  const offsets = readTable(bytes, tableAt);
  const objects = readObjects(bytes, offsets.table, tableAt);
  const trailer = readTrailer(bytes, offsets.end, tableAt);
  const size = trailer.get('Size');
  demand(size?.kind === 'number' && size.value === offsets.table.length + 1, 'STRUCTURE_ALTERED', {
    offset: offsets.end,
  });
  return {
    bytes,
    objects,
    trailer,
    object(id) {
      const found = objects[id - 1];
      if (found === undefined) throw new Rejection('STRUCTURE_ALTERED', { object: id });
      return found;
    },
  };
}

/** The dictionary behind a reference, or a direct one. */
export function dictionaryOf(file: PdfFile, value: PdfValue | undefined): PdfDictionary {
  const target = value?.kind === 'reference' ? file.object(value.id).value : value;
  if (target?.kind !== 'dictionary') throw new Rejection('STRUCTURE_ALTERED');
  return target.entries;
}

export function isName(value: PdfValue | undefined, name: string): boolean {
  return value?.kind === 'name' && value.name === name;
}

/** The bytes of a stream, inflated within bounds; nothing may follow the compressed data. */
export function streamContent(file: PdfFile, object: PdfObject): Buffer {
  const { stream, value } = object;
  if (stream === null || value.kind !== 'dictionary')
    throw new Rejection('STRUCTURE_ALTERED', { object: object.id });
  const raw = file.bytes.subarray(stream.start, stream.end);
  if (!value.entries.has('Filter')) return raw;
  try {
    const { buffer, engine } = inflateSync(raw, {
      maxOutputLength: LARGEST_STREAM,
      info: true,
    }) as unknown as { buffer: Buffer; engine: { bytesWritten: number } };
    demand(engine.bytesWritten === raw.length, 'STRUCTURE_ALTERED', { object: object.id });
    return buffer;
  } catch (error) {
    if (error instanceof Rejection) throw error;
    throw new Rejection('STRUCTURE_ALTERED', { object: object.id });
  }
}

function startOfTable(bytes: Buffer): number {
  const tail = bytes.toString('latin1', Math.max(0, bytes.length - 40));
  const match = /\nstartxref\n([1-9]\d{0,9})\n%%EOF\n$/.exec(tail);
  if (!match) throw new Rejection('STRUCTURE_ALTERED', { offset: bytes.length });
  const at = Number(match[1]);
  demand(at > HEADER.length && at < bytes.length, 'STRUCTURE_ALTERED', { offset: at });
  return at;
}

function readTable(bytes: Buffer, at: number): { table: number[]; end: number } {
  const head = /^xref\n0 ([1-9]\d{0,5})\n0000000000 65535 f \n/.exec(bytes.toString('latin1', at, at + 60));
  if (!head) throw new Rejection('STRUCTURE_ALTERED', { offset: at });
  const count = Number(head[1]);
  demand(count <= MOST_OBJECTS, 'FILE_TOO_LARGE', { objects: count });
  const table: number[] = [];
  let next = at + head[0].length;
  for (let id = 1; id < count; id += 1, next += 20) {
    const line = bytes.toString('latin1', next, next + 20);
    demand(/^\d{10} 00000 n \n$/.test(line), 'STRUCTURE_ALTERED', { offset: next });
    table.push(Number(line.slice(0, 10)));
  }
  return { table, end: next };
}

function readObjects(bytes: Buffer, table: readonly number[], end: number): PdfObject[] {
  const objects = table.map((start, index) => readObject(bytes, start, end, index + 1));
  // Back to back from the header to the table: no byte that no object owns.
  let at = HEADER.length;
  for (const object of [...objects].sort((a, b) => a.start - b.start)) {
    demand(object.start === at, 'STRUCTURE_ALTERED', { offset: at });
    at = object.end;
  }
  demand(at === end, 'STRUCTURE_ALTERED', { offset: at });
  return objects;
}

function readObject(bytes: Buffer, start: number, end: number, id: number): PdfObject {
  const reader = new ValueReader(bytes, start, end);
  reader.expect(`${id} 0 obj\n`);
  const value = reader.read();
  reader.expect('\n');
  let stream: PdfObject['stream'] = null;
  if (bytes[reader.at] === 0x73) {
    reader.expect('stream\n');
    const length = streamLength(value);
    demand(length <= end - reader.at, 'STRUCTURE_ALTERED', { object: id });
    stream = { start: reader.at, end: reader.at + length };
    reader.at = stream.end;
    reader.expect('\nendstream\n');
  }
  reader.expect('endobj\n');
  return { id, value, stream, start, end: reader.at };
}

/** The direct length; only the one compression is known, without parameters. */
function streamLength(value: PdfValue): number {
  demand(value.kind === 'dictionary', 'STRUCTURE_ALTERED');
  const length = value.entries.get('Length');
  const filter = value.entries.get('Filter');
  demand(
    length?.kind === 'number' && Number.isSafeInteger(length.value) && length.value >= 0,
    'STRUCTURE_ALTERED',
  );
  demand(filter === undefined || isName(filter, 'FlateDecode'), 'STRUCTURE_ALTERED');
  demand(
    !value.entries.has('DecodeParms') && !value.entries.has('F') && !value.entries.has('FFilter'),
    'STRUCTURE_ALTERED',
  );
  return length.value;
}

function readTrailer(bytes: Buffer, at: number, tableAt: number): PdfDictionary {
  const reader = new ValueReader(bytes, at, bytes.length);
  reader.expect('trailer\n');
  const value = reader.read();
  reader.expect(`\nstartxref\n${tableAt}\n%%EOF\n`);
  demand(reader.at === bytes.length && value.kind === 'dictionary', 'STRUCTURE_ALTERED', {
    offset: reader.at,
  });
  demand([...value.entries.keys()].join() === 'Size,Root,Info,ID', 'STRUCTURE_ALTERED', { offset: at });
  return value.entries;
}
