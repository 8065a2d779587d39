import { AppError } from '#shared/errors.ts';
import type { RawRow } from '#shared/import/types.ts';
import type { RowChunk, SheetInfo, SheetSource } from '../sheet-source.ts';
import { readEntry, streamEntry, type ZipEntry } from '../zip.ts';
import { readSharedStrings } from './shared-strings.ts';
import { SheetScanner } from './sheet-scanner.ts';
import { readNumberStyles, readWorkbookParts, type WorkbookParts } from './workbook-parts.ts';
import { UnusualWorkbook } from './xml-text.ts';

/** A single row or sheet head longer than this is nothing that people make. */
const MAX_CARRY = 32 * 1024 * 1024;
const ROW_END = Buffer.from('</row>');
const EMPTY = Buffer.alloc(0);

/**
 * The own streaming reader of .xlsx: the sheet is inflated piece by piece on zlib's thread while the bytes of the
 * piece before are scanned. Opening throws `UnusualWorkbook` for what only the library reads and returns null for an
 * archive that is no workbook; so may reading rows, after some have been given.
 */
export function openFastXlsx(file: Buffer, entries: ReadonlyMap<string, ZipEntry>): SheetSource | null {
  const parts = readWorkbookParts(file, entries);
  if (parts === null) return null;
  return new FastXlsx(file, entries, parts);
}

class FastXlsx implements SheetSource {
  readonly format = 'xlsx';
  readonly encoding = null;
  readonly delimiter = null;
  readonly sheets: readonly SheetInfo[];
  readonly #file: Buffer;
  readonly #entries: ReadonlyMap<string, ZipEntry>;
  readonly #parts: WorkbookParts;
  #strings: string[] | null = null;
  #numberStyles: Uint8Array | null = null;

  constructor(file: Buffer, entries: ReadonlyMap<string, ZipEntry>, parts: WorkbookParts) {
    this.#file = file;
    this.#entries = entries;
    this.#parts = parts;
    this.sheets = parts.sheets.map(({ name, hidden }) => ({ name, hidden, rows: null }));
  }

  async *rows(sheet: number): AsyncGenerator<RowChunk, void, undefined> {
    const entry = this.#entries.get(this.#parts.sheets[sheet]?.path ?? '');
    if (entry === undefined) throw new AppError('FILE_TRUNCATED');
    const scanner = new SheetScanner(this.#sharedStrings(), this.#styles(), this.#parts.date1904);
    let carry: Buffer = EMPTY;
    let inData = false;
    let read = 0;
    for await (const piece of streamEntry(this.#file, entry)) {
      read += piece.length;
      if (scanner.done) continue; // what follows the rows is only inflated, to prove the checksum
      let bytes = carry.length === 0 ? piece : Buffer.concat([carry, piece]);
      if (!inData) {
        const start = startOfData(bytes);
        if (start === null) {
          carry = keep(bytes);
          continue;
        }
        inData = true;
        if (start === 'empty') {
          scanner.done = true;
          continue;
        }
        bytes = bytes.subarray(start);
      }
      const rows: RawRow[] = [];
      const lastRow = bytes.lastIndexOf(ROW_END);
      const whole = lastRow < 0 ? 0 : lastRow + ROW_END.length;
      if (whole > 0) scanner.scan(bytes, 0, whole, rows);
      carry = keep(bytes.subarray(whole));
      if (!scanner.done && carry.includes('</sheetData>')) scanner.scan(carry, 0, carry.length, rows);
      if (rows.length > 0) yield { rows, share: Math.min(1, read / Math.max(1, entry.size)) };
    }
    if (!scanner.done) throw inData ? new AppError('FILE_TRUNCATED') : new UnusualWorkbook('no sheet data');
  }

  #sharedStrings(): string[] {
    if (this.#strings === null) {
      const entry =
        this.#parts.sharedStrings === null ? undefined : this.#entries.get(this.#parts.sharedStrings);
      this.#strings = entry === undefined ? [] : readSharedStrings(readEntry(this.#file, entry));
    }
    return this.#strings;
  }

  #styles(): Uint8Array {
    if (this.#numberStyles === null) {
      const entry = this.#parts.styles === null ? undefined : this.#entries.get(this.#parts.styles);
      this.#numberStyles = readNumberStyles(
        entry === undefined ? null : readEntry(this.#file, entry).toString('utf8'),
      );
    }
    return this.#numberStyles;
  }
}

/** Offset behind the `<sheetData>` tag, `empty` for `<sheetData/>`, null while more bytes are needed. */
function startOfData(bytes: Buffer): number | 'empty' | null {
  if (bytes.length >= 4 && (bytes[0] === 0xfe || bytes[0] === 0xff || bytes[0] === 0 || bytes[1] === 0))
    throw new UnusualWorkbook('UTF-16 sheet');
  const tag = bytes.indexOf('<sheetData');
  if (tag < 0) {
    if (bytes.includes(':sheetData') || bytes.includes(':worksheet'))
      throw new UnusualWorkbook('prefixed sheet');
    return null;
  }
  const head = bytes.toString('latin1', 0, Math.min(tag, 200));
  const encoding = /<\?xml[^>]*encoding\s*=\s*["']([\w.-]+)["']/.exec(head)?.[1];
  if (encoding !== undefined && !/^(utf-?8|us-ascii)$/i.test(encoding))
    throw new UnusualWorkbook(`encoding ${encoding}`);
  const close = bytes.indexOf('>', tag);
  if (close < 0) return null;
  return bytes[close - 1] === 47 ? 'empty' : close + 1;
}

function keep(bytes: Buffer): Buffer {
  if (bytes.length > MAX_CARRY) throw new UnusualWorkbook('endless row');
  return bytes;
}
