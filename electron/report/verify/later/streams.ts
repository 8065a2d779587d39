import { inflateSync } from 'node:zlib';
import { UnclearError } from './loose-reader.ts';
import { type LooseDictionary, nameOf, numberOf } from './values.ts';

const LARGEST = 32 * 1024 * 1024;

/**
 * The content of a stream that is stored plainly or by Flate, with the PNG predictors that cross-reference streams
 * use. Throws {@link UnclearError} for other filters and beyond the bound.
 */
export function inflateBounded(raw: Buffer, dictionary: LooseDictionary): Buffer {
  const filter = only(dictionary.get('Filter'));
  if (filter === undefined) return raw;
  if (nameOf(filter) !== 'FlateDecode') throw new UnclearError('unknown filter');
  let data: Buffer;
  try {
    data = inflateSync(raw, { maxOutputLength: LARGEST });
  } catch {
    throw new UnclearError('stream cannot be inflated');
  }
  const parameters = only(dictionary.get('DecodeParms'));
  if (parameters === undefined || parameters.kind === 'null') return data;
  if (parameters.kind !== 'dictionary') throw new UnclearError('parameters of another form');
  const predictor = numberOf(parameters.entries.get('Predictor')) ?? 1;
  if (predictor === 1) return data;
  const columns = numberOf(parameters.entries.get('Columns')) ?? 1;
  const colors = numberOf(parameters.entries.get('Colors')) ?? 1;
  const bits = numberOf(parameters.entries.get('BitsPerComponent')) ?? 8;
  if (predictor < 10 || colors !== 1 || bits !== 8 || !(columns >= 1 && columns <= 64))
    throw new UnclearError('unknown predictor');
  return unpredict(data, columns);
}

function only(value: ReturnType<LooseDictionary['get']>): ReturnType<LooseDictionary['get']> {
  if (value?.kind !== 'array') return value;
  if (value.items.length > 1) throw new UnclearError('several filters');
  return value.items[0];
}

/** PNG filters of rows of single bytes (RFC 2083 §6). */
function unpredict(data: Buffer, columns: number): Buffer {
  const rows = Math.floor(data.length / (columns + 1));
  if (rows * (columns + 1) !== data.length) throw new UnclearError('rows of another length');
  const out = Buffer.alloc(rows * columns);
  for (let row = 0; row < rows; row += 1) {
    const type = data[row * (columns + 1)] ?? 0;
    for (let column = 0; column < columns; column += 1) {
      const value = data[row * (columns + 1) + 1 + column] ?? 0;
      const at = row * columns + column;
      const left = column > 0 ? (out[at - 1] ?? 0) : 0;
      const up = row > 0 ? (out[at - columns] ?? 0) : 0;
      const corner = row > 0 && column > 0 ? (out[at - columns - 1] ?? 0) : 0;
      out[at] = value + predicted(type, left, up, corner);
    }
  }
  return out;
}

function predicted(type: number, left: number, up: number, corner: number): number {
  switch (type) {
    case 0:
      return 0;
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4: {
      const guess = left + up - corner;
      const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
      return a <= b && a <= c ? left : b <= c ? up : corner;
    }
    default:
      throw new UnclearError('unknown row filter');
  }
}
