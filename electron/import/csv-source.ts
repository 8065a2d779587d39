import { AppError } from '#shared/errors.ts';
import { findHeader, HEADER_SEARCH_ROWS } from '#shared/import/find-header.ts';
import { type AnyKind, recordKind } from '#shared/import/kinds.ts';
import { HeadingMatcher } from '#shared/import/match-headings.ts';
import type { ParsedImportOptions } from '#shared/import/options.ts';
import type { RawRow } from '#shared/import/types.ts';
import { CsvScanner } from './csv-scanner.ts';
import { decodePieces, detectEncoding, isBinary, startOfText, type TextEncoding } from './decode-text.ts';
import type { RowChunk, SheetSource } from './sheet-source.ts';

const DELIMITERS = [';', ',', '\t'] as const;
type Delimiter = (typeof DELIMITERS)[number];
const ROWS_PER_CHUNK = 2000;

/** How text is read; the kind of list helps to tell the delimiter. */
export type TextOptions = Pick<ParsedImportOptions, 'encoding' | 'delimiter'> &
  Partial<Pick<ParsedImportOptions, 'kind'>>;

/** Opens delimited text. Encoding and delimiter are found unless given. Throws FILE_NOT_SPREADSHEET for binary data. */
export function openCsv(bytes: Buffer, options: TextOptions): SheetSource {
  if (options.encoding === undefined && isBinary(bytes)) throw new AppError('FILE_NOT_SPREADSHEET');
  const { encoding, start } =
    options.encoding === undefined
      ? detectEncoding(bytes)
      : { encoding: options.encoding, start: startOfText(bytes, options.encoding) };
  const head = decodePieces(bytes.subarray(0, 1 << 18), start, encoding).next().value?.text ?? '';
  const directive = separatorLine(head);
  const delimiter =
    options.delimiter ??
    directive?.delimiter ??
    findDelimiter(
      directive === null ? head : head.slice(directive.length),
      recordKind(options.kind ?? 'dossiers'),
    );
  return new CsvSource(bytes, start, encoding, delimiter, directive?.length ?? 0);
}

/** `sep=;` on the first line: Excel takes it as an instruction and does not count it as a row. */
function separatorLine(head: string): { delimiter: Delimiter; length: number } | null {
  const match = /^"?sep=([;,\t])"?[^\S\n]*\r?\n/i.exec(head);
  return match === null ? null : { delimiter: match[1] as Delimiter, length: match[0].length };
}

/** The delimiter under which a header is recognised best; where none is, the one that cuts most lines alike. */
function findDelimiter(head: string, { fields, otherKeys }: AnyKind): Delimiter {
  const matcher = new HeadingMatcher(fields, otherKeys);
  let best: { delimiter: Delimiter; score: number } = { delimiter: ',', score: -1 };
  for (const delimiter of DELIMITERS) {
    const rows: RawRow[] = [];
    new CsvScanner(delimiter).push(head, true, rows);
    const first = rows.slice(0, HEADER_SEARCH_ROWS);
    const header = findHeader(first, fields, matcher);
    const score = (header === null ? 0 : 100 * header.score) + evenness(first);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/** Grows with the number of columns and the share of rows that have just as many. */
function evenness(rows: readonly RawRow[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const usual = [...counts].sort((a, b) => b[1] - a[1])[0];
  return usual === undefined || usual[0] < 2 ? 0 : (Math.min(usual[0], 50) * usual[1]) / rows.length;
}

class CsvSource implements SheetSource {
  readonly format = 'csv';
  readonly encoding: TextEncoding;
  readonly delimiter: string;
  readonly sheets = [{ name: '', hidden: false, rows: null }];
  readonly #bytes: Buffer;
  readonly #start: number;
  readonly #skip: number;

  constructor(bytes: Buffer, start: number, encoding: TextEncoding, delimiter: string, skip: number) {
    this.#bytes = bytes;
    this.#start = start;
    this.encoding = encoding;
    this.delimiter = delimiter;
    this.#skip = skip;
  }

  async *rows(): AsyncGenerator<RowChunk, void, undefined> {
    const scanner = new CsvScanner(this.delimiter);
    const total = this.#bytes.length;
    let first = true;
    for (const { text, end } of decodePieces(this.#bytes, this.#start, this.encoding)) {
      const rows: RawRow[] = [];
      // Old Macintosh files end their lines with a carriage return only.
      const lines = text.includes('\n') || !text.includes('\r') ? text : text.replaceAll('\r', '\n');
      scanner.push(first ? lines.slice(this.#skip) : lines, end >= total, rows);
      first = false;
      for (let i = 0; i < rows.length; i += ROWS_PER_CHUNK)
        yield { rows: rows.slice(i, i + ROWS_PER_CHUNK), share: end / total };
    }
  }
}
