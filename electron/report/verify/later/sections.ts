import { LooseReader, UnclearError } from './loose-reader.ts';
import { inflateBounded } from './streams.ts';
import { type LooseDictionary, nameOf, numberOf, numbersOf } from './values.ts';

/** Where an object stands: in the file, in an object stream, or nowhere any more. */
export type Place =
  | { readonly kind: 'at'; readonly offset: number; readonly generation: number }
  | { readonly kind: 'in'; readonly stream: number; readonly index: number }
  | { readonly kind: 'free' };

/** One cross-reference section: what one save added. */
export interface Section {
  /** Bytes of this save: from the end of the one before. */
  readonly start: number;
  readonly end: number;
  /** Offset after `%%EOF`, before its line end. */
  readonly mark: number;
  /** Bytes of the section itself, up to its `%%EOF`. */
  readonly tableStart: number;
  readonly places: ReadonlyMap<number, Place>;
  readonly trailer: LooseDictionary;
  /** Id of the cross-reference stream; null for a table. */
  readonly streamId: number | null;
}

const MOST_SECTIONS = 64;
const MOST_OBJECTS = 20_000;

/**
 * The saves after `first` bytes, oldest first, by the chain of `/Prev` from the end of the file down to the
 * report's own table at `firstTable`. Offsets must fall from link to link, so that no chain is a circle, and every
 * save must follow the one before. Throws {@link UnclearError}.
 */
export function readSections(bytes: Buffer, first: number, firstTable: number): Section[] {
  const tail = bytes.toString('latin1', Math.max(first, bytes.length - 200));
  const last = /startxref\s{1,4}(\d{1,10})\s{1,4}%%EOF\s{0,4}$/.exec(tail);
  if (!last) throw new UnclearError('no end');
  const found: Omit<Section, 'start'>[] = [];
  for (let offset = Number(last[1]); offset !== firstTable; ) {
    const before = found[0]?.tableStart ?? bytes.length;
    if (offset < first || offset >= before || found.length >= MOST_SECTIONS)
      throw new UnclearError('chain of saves is broken');
    const section = readSection(bytes, offset);
    found.unshift(section);
    const previous = numberOf(section.trailer.get('Prev'));
    if (previous === null) throw new UnclearError('a save without predecessor');
    offset = previous;
  }
  if (found.length === 0) throw new UnclearError('nothing belongs to what was added');
  if (found.at(-1)?.end !== bytes.length) throw new UnclearError('something follows');
  return found.map((section, index) => {
    const start = found[index - 1]?.end ?? first;
    if (section.tableStart < start) throw new UnclearError('saves overlap');
    return { ...section, start };
  });
}

function readSection(bytes: Buffer, offset: number): Omit<Section, 'start'> {
  const reader = new LooseReader(bytes, offset, bytes.length);
  const isTable = bytes.toString('latin1', offset, offset + 4) === 'xref';
  const read = isTable ? readTable(reader) : readStream(reader);
  for (const key of ['Encrypt', 'XRefStm']) {
    if (read.trailer.has(key)) throw new UnclearError(`${key} in a later save`);
  }
  reader.expectWord('startxref');
  if (Number(reader.readWord()) !== offset) throw new UnclearError('points elsewhere');
  const rest = /^\s{1,4}%%EOF(\r\n|\n|\r)?/.exec(bytes.toString('latin1', reader.at, reader.at + 16));
  if (!rest) throw new UnclearError('no end of the save');
  const end = reader.at + rest[0].length;
  return { ...read, tableStart: offset, end, mark: end - (rest[1]?.length ?? 0) };
}

type Read = Pick<Section, 'places' | 'trailer' | 'streamId'>;

function readTable(reader: LooseReader): Read {
  const places = new Map<number, Place>();
  reader.expectWord('xref');
  for (;;) {
    const word = reader.readWord();
    if (word === 'trailer') break;
    const [start, count] = [wholeNumber(word), wholeNumber(reader.readWord())];
    for (let id = start; id < start + count; id += 1) {
      const [offset, generation, kind] = [reader.readWord(), reader.readWord(), reader.readWord()];
      if (!/^\d{10}$/.test(offset) || !/^\d{5}$/.test(generation) || (kind !== 'n' && kind !== 'f'))
        throw new UnclearError('table of another form');
      put(
        places,
        id,
        kind === 'n'
          ? { kind: 'at', offset: Number(offset), generation: Number(generation) }
          : { kind: 'free' },
      );
    }
  }
  const value = reader.read();
  if (value.kind !== 'dictionary') throw new UnclearError('no trailer');
  return { places, trailer: value.entries, streamId: null };
}

function readStream(reader: LooseReader): Read {
  const id = wholeNumber(reader.readWord());
  const generation = wholeNumber(reader.readWord());
  reader.expectWord('obj');
  const value = reader.read();
  if (value.kind !== 'dictionary' || nameOf(value.entries.get('Type')) !== 'XRef' || generation !== 0)
    throw new UnclearError('no section');
  const dictionary = value.entries;
  const raw = readRaw(reader, numberOf(dictionary.get('Length')));
  const widths = numbersOf(dictionary.get('W')) ?? [];
  const index = numbersOf(dictionary.get('Index')) ?? [0, numberOf(dictionary.get('Size')) ?? 0];
  const [a = 0, b = 0, c = 0] = widths;
  if (widths.length !== 3 || widths.some((width) => ![0, 1, 2, 3, 4].includes(width)) || b === 0)
    throw new UnclearError('widths of another form');
  const data = inflateBounded(raw, dictionary);
  const places = new Map<number, Place>();
  let at = 0;
  const take = (width: number, otherwise: number): number => {
    if (width === 0) return otherwise;
    if (at + width > data.length) throw new UnclearError('section cut short');
    at += width;
    return data.readUIntBE(at - width, width);
  };
  for (let pair = 0; pair + 1 < index.length; pair += 2) {
    const [start, count] = [index[pair] ?? 0, index[pair + 1] ?? 0];
    if (!Number.isInteger(start) || !Number.isInteger(count) || start < 0) throw new UnclearError('index');
    for (let object = start; object < start + count; object += 1) {
      const [type, second, third] = [take(a, 1), take(b, 0), take(c, 0)];
      if (type > 2) throw new UnclearError('entry of another type');
      put(
        places,
        object,
        type === 0
          ? { kind: 'free' }
          : type === 1
            ? { kind: 'at', offset: second, generation: third }
            : { kind: 'in', stream: second, index: third },
      );
    }
  }
  if (at !== data.length || index.length % 2) throw new UnclearError('section too long');
  return { places, trailer: dictionary, streamId: id };
}

/** Passes `stream … endstream endobj` and gives the bytes between. */
export function readRaw(reader: LooseReader, length: number | null): Buffer {
  reader.expectWord('stream');
  const { bytes } = reader;
  if (bytes[reader.at] === 0x0d) reader.at += 1;
  if (bytes[reader.at] !== 0x0a) throw new UnclearError('stream without line end');
  const start = reader.at + 1;
  if (length === null || !Number.isInteger(length) || length < 0 || start + length > reader.end)
    throw new UnclearError('stream without length');
  reader.at = start + length;
  reader.expectWord('endstream');
  reader.expectWord('endobj');
  return bytes.subarray(start, start + length);
}

function put(places: Map<number, Place>, id: number, place: Place): void {
  if (places.has(id) || places.size >= MOST_OBJECTS) throw new UnclearError('object twice');
  places.set(id, place);
}

export function wholeNumber(word: string): number {
  if (!/^\d{1,7}$/.test(word)) throw new UnclearError('no whole number');
  return Number(word);
}
