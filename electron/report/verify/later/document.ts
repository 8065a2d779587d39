import type { PdfFile } from '../pdf-file.ts';
import { LooseReader, UnclearError } from './loose-reader.ts';
import { readRaw, type Section, wholeNumber } from './sections.ts';
import { inflateBounded } from './streams.ts';
import { type LooseDictionary, type LooseValue, nameOf, numberOf, referenceOf } from './values.ts';

/** An object as a save left it. */
export interface LooseObject {
  readonly id: number;
  readonly value: LooseValue;
  /** Raw bytes of its stream; null where it has none. */
  readonly stream: Buffer | null;
  /** It stands in the file itself, so that offsets of its strings are offsets of the file. */
  readonly direct: boolean;
}
export type Objects = ReadonlyMap<number, LooseObject>;

/** What one save wrote. */
export interface Written {
  /** Objects that it wrote, new ones and others again. */
  readonly objects: Objects;
  /** Ids that it declared free although they were in use. */
  readonly removed: readonly number[];
  /** Containers of its own making: cross-reference and object streams. */
  readonly containers: ReadonlySet<number>;
}

const MOST_PACKED = 20_000;

/** The objects of the report itself, read again in the wider syntax so that they can be compared. */
export function objectsOfReport({ bytes, objects }: PdfFile): Map<number, LooseObject> {
  return new Map(
    objects.map(({ id, start, end, stream }) => {
      const reader = new LooseReader(bytes, start, end);
      for (let word = 0; word < 3; word += 1) reader.readWord();
      const value = reader.read();
      return [
        id,
        { id, value, stream: stream ? bytes.subarray(stream.start, stream.end) : null, direct: true },
      ];
    }),
  );
}

/**
 * What a save wrote over the state before it. Every byte of the save belongs to an object that its section names, to
 * the section, or is blank; an entry never points into older bytes, except again at the same object. Throws
 * {@link UnclearError}.
 */
export function readSave(
  bytes: Buffer,
  section: Section,
  before: Objects,
  offsets: Map<number, number>,
): Written {
  const objects = new Map<number, LooseObject>();
  const removed: number[] = [];
  const containers = new Set<number>();
  const spans: [number, number][] = [[section.tableStart, section.end]];
  if (section.streamId !== null) containers.add(section.streamId);
  const lengthOf = (value: LooseValue | undefined): number | null => {
    const id = referenceOf(value);
    if (id === null) return numberOf(value);
    const place = section.places.get(id);
    if (place?.kind !== 'at') return numberOf(before.get(id)?.value);
    const reader = new LooseReader(bytes, place.offset, section.tableStart);
    for (let word = 0; word < 3; word += 1) reader.readWord();
    return numberOf(reader.read());
  };
  for (const [id, place] of section.places) {
    if (place.kind === 'free') {
      if (before.has(id)) removed.push(id);
    } else if (place.kind === 'at' && id !== section.streamId) {
      if (place.offset < section.start) {
        if (offsets.get(id) !== place.offset) throw new UnclearError(`object ${id} points into older bytes`);
        continue;
      }
      const { object, end } = readObject(bytes, place.offset, section.tableStart, lengthOf);
      if (object.id !== id) throw new UnclearError(`object ${id} is another`);
      objects.set(id, object);
      offsets.set(id, place.offset);
      spans.push([place.offset, end]);
    }
  }
  tile(bytes, section, spans);
  unpack(section, objects, containers);
  return { objects, removed, containers };
}

function readObject(
  bytes: Buffer,
  offset: number,
  limit: number,
  lengthOf: (value: LooseValue | undefined) => number | null,
): { object: LooseObject; end: number } {
  const reader = new LooseReader(bytes, offset, limit);
  const id = wholeNumber(reader.readWord());
  wholeNumber(reader.readWord());
  reader.expectWord('obj');
  const value = reader.read();
  const at = reader.at;
  const word = reader.readWord();
  let stream: Buffer | null = null;
  if (word === 'stream' && value.kind === 'dictionary') {
    reader.at = at;
    stream = readRaw(reader, lengthOf(value.entries.get('Length')));
  } else if (word !== 'endobj') throw new UnclearError(`object ${id} does not end`);
  return { object: { id, value, stream, direct: true }, end: reader.at };
}

/** No byte of the save lies outside its objects, or inside two of them. */
function tile(bytes: Buffer, section: Section, spans: [number, number][]): void {
  let at = section.start;
  for (const [start, end] of spans.sort((a, b) => a[0] - b[0])) {
    if (start < at) throw new UnclearError('objects overlap');
    const gap = new LooseReader(bytes, at, start);
    gap.skipBlanks();
    if (gap.at !== start) throw new UnclearError(`bytes at ${gap.at} belong to no object`);
    at = end;
  }
  if (at !== section.end) throw new UnclearError('bytes at the end belong to no object');
}

/** Takes the objects out of the object streams of a save. */
function unpack(section: Section, objects: Map<number, LooseObject>, containers: Set<number>): void {
  const wanted = [...section.places].filter(([, place]) => place.kind === 'in');
  const streams = new Map<number, LooseObject[]>();
  for (const object of [...objects.values()]) {
    if (object.value.kind !== 'dictionary' || nameOf(object.value.entries.get('Type')) !== 'ObjStm') continue;
    streams.set(object.id, readPacked(object.value.entries, object.stream));
    containers.add(object.id);
  }
  let packed = 0;
  for (const [id, place] of wanted) {
    if (place.kind !== 'in') continue;
    const object = streams.get(place.stream)?.[place.index];
    if (object?.id !== id || objects.has(id)) throw new UnclearError(`object ${id} is not in its stream`);
    objects.set(id, object);
    packed += 1;
  }
  // Nothing lies in an object stream that the section does not name.
  if (packed !== [...streams.values()].reduce((sum, list) => sum + list.length, 0))
    throw new UnclearError('object stream with more than it should hold');
}

function readPacked(dictionary: LooseDictionary, raw: Buffer | null): LooseObject[] {
  const count = numberOf(dictionary.get('N'));
  const first = numberOf(dictionary.get('First'));
  if (
    raw === null ||
    count === null ||
    first === null ||
    dictionary.has('Extends') ||
    !(count <= MOST_PACKED)
  )
    throw new UnclearError('object stream of another form');
  const data = inflateBounded(raw, dictionary);
  if (!(first >= 0 && first <= data.length)) throw new UnclearError('object stream of another form');
  const head = new LooseReader(data, 0, first);
  const places = Array.from({ length: count }, () => [
    wholeNumber(head.readWord()),
    first + wholeNumber(head.readWord()),
  ]);
  return places.map(([id = 0, start = 0], index) => {
    const end = places[index + 1]?.[1] ?? data.length;
    if (start > end || end > data.length) throw new UnclearError('object stream out of order');
    const reader = new LooseReader(data, start, end);
    const value = reader.read();
    reader.skipBlanks();
    if (reader.at !== end) throw new UnclearError('object stream with gaps');
    return { id, value, stream: null, direct: false };
  });
}
