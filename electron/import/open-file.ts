import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '#shared/errors.ts';
import { compoundKind } from './cfb.ts';
import { openCsv, type TextOptions } from './csv-source.ts';
import { decodePieces, detectEncoding } from './decode-text.ts';
import { openHtml, openWithHucre, openWithSheetJs } from './library-source.ts';
import type { RowChunk, SheetSource } from './sheet-source.ts';
import { withFile, withFileName } from './with-file.ts';
import { openFastXlsx } from './xlsx/fast-source.ts';
import { UnusualWorkbook } from './xlsx/xml-text.ts';
import { MAX_UNPACKED, proveEntries, readEntry, readZipDirectory, readZipEntries } from './zip.ts';

/** Largest .xls or HTML page that is given to a library, which keeps all of it in memory. */
const MAX_LIBRARY_INPUT = 128 * 1024 * 1024;

/** An opened file: its rows, and the digest of the very bytes they come from. */
export interface OpenedFile {
  readonly source: SheetSource;
  /** Lower-case hexadecimal SHA-256. */
  readonly sha256: string;
  /** Bare name of the file, for faults. */
  readonly name: string;
}

/**
 * Opens a list by its content; the extension is never looked at. Throws `AppError`: INPUT_MISSING, INPUT_UNREADABLE,
 * FILE_NOT_SPREADSHEET, FILE_ENCRYPTED, FILE_TRUNCATED, FILE_TOO_LARGE, each with the parameter `file`.
 */
export async function openFile(path: string, options: TextOptions): Promise<OpenedFile> {
  const file = basename(path);
  return withFileName(file, async () => {
    const { bytes, sha256 } = await readBytes(path);
    const source = await openBytes(bytes, options);
    return { source: new NamedSource(source, file), sha256, name: file };
  });
}

/** Opens bytes by what they start with. Throws `AppError`. */
export async function openBytes(bytes: Buffer, options: TextOptions): Promise<SheetSource> {
  if (bytes.length === 0) throw new AppError('FILE_TRUNCATED');
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5 || bytes[2] === 7))
    return openZip(bytes);
  if (bytes.length >= 4 && bytes.readUInt32BE(0) === 0xd0cf11e0) return openCompound(bytes);
  if (bytes.length <= MAX_LIBRARY_INPUT) {
    const markup = await openMarkup(bytes);
    if (markup !== null) return markup;
  }
  if (isOtherFormat(bytes)) throw new AppError('FILE_NOT_SPREADSHEET');
  return openCsv(bytes, options);
}

async function openZip(bytes: Buffer): Promise<SheetSource> {
  const entries = readZipDirectory(bytes);
  if (entries.has('mimetype') || (entries.has('content.xml') && !entries.has('[Content_Types].xml'))) {
    if (!entries.has('content.xml')) throw new AppError('FILE_NOT_SPREADSHEET');
    const manifest = entries.get('META-INF/manifest.xml');
    if (manifest !== undefined && readEntry(bytes, manifest).includes('encryption-data'))
      throw new AppError('FILE_ENCRYPTED');
    return openProven(bytes, 'ods');
  }
  if ([...entries.keys()].some((name) => /^(EncryptedPackage|encryption\.xml)$/i.test(name)))
    throw new AppError('FILE_ENCRYPTED');
  try {
    const fast = openFastXlsx(bytes, entries);
    if (fast === null) throw new AppError('FILE_NOT_SPREADSHEET');
    return new FallbackSource(fast, () => openProven(bytes, 'xlsx'));
  } catch (error) {
    if (!(error instanceof UnusualWorkbook)) throw error;
    return openProven(bytes, error.message.includes('binary') ? 'other' : 'xlsx');
  }
}

/** Hands an archive to the library once it has been shown to unpack to what it declares. */
async function openProven(bytes: Buffer, format: 'xlsx' | 'ods' | 'other'): Promise<SheetSource> {
  // All of them: a reader may take another one of two entries that share a name.
  await proveEntries(bytes, readZipEntries(bytes));
  // hucre 1.0.0 drops the short cell records of binary workbooks without a word; the SheetJS fork reads them.
  if (format === 'other') return orDamaged(() => openWithSheetJs(bytes, format));
  try {
    return await openWithHucre(bytes, format);
  } catch (error) {
    if (error instanceof AppError) throw error;
    return orDamaged(() => openWithSheetJs(bytes, format));
  }
}

async function openCompound(bytes: Buffer): Promise<SheetSource> {
  const kind = compoundKind(bytes);
  if (kind === 'encrypted') throw new AppError('FILE_ENCRYPTED');
  if (kind === 'other') throw new AppError('FILE_NOT_SPREADSHEET');
  if (bytes.length > MAX_LIBRARY_INPUT) throw new AppError('FILE_TOO_LARGE');
  try {
    return await openWithHucre(bytes, 'xls');
  } catch (error) {
    if (error instanceof AppError) throw error;
    return orDamaged(() => openWithSheetJs(bytes, 'xls'));
  }
}

/** HTML tables and XML Spreadsheet 2003; null for anything else. */
async function openMarkup(bytes: Buffer): Promise<SheetSource | null> {
  const { encoding, start } = detectEncoding(bytes);
  const head = decodePieces(bytes.subarray(0, 8192), start, encoding).next().value?.text ?? '';
  const opening = head.trimStart();
  if (!opening.startsWith('<')) return null;
  if (/<(\w+:)?Workbook\b/.test(opening) && opening.includes('urn:schemas-microsoft-com:office:spreadsheet'))
    return orDamaged(() => openWithSheetJs(bytes, 'other'));
  let html = '';
  for (const piece of decodePieces(bytes, start, encoding)) html += piece.text;
  if (!/<table\b/i.test(html)) throw new AppError('FILE_NOT_SPREADSHEET');
  return orDamaged(() => openHtml(html, encoding));
}

async function orDamaged(read: () => Promise<SheetSource>): Promise<SheetSource> {
  try {
    return await read();
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    if (cause instanceof Error && /password|encrypt/i.test(cause.message))
      throw new AppError('FILE_ENCRYPTED', {}, { cause });
    throw new AppError('FILE_TRUNCATED', {}, { cause });
  }
}

/** Well-known formats that could pass for text. */
function isOtherFormat(bytes: Buffer): boolean {
  const head = bytes.toString('latin1', 0, 8);
  return /^(%PDF-|\{\\rtf|\x89PNG|GIF8|\xff\xd8\xff|Rar!|7z\xbc\xaf|\x1f\x8b|MZ|BM)/.test(head);
}

async function readBytes(path: string): Promise<{ bytes: Buffer; sha256: string }> {
  let handle: Awaited<ReturnType<typeof open>> | undefined;
  try {
    handle = await open(path, 'r');
    const { size } = await handle.stat();
    if (size > MAX_UNPACKED) throw new AppError('FILE_TOO_LARGE');
    const bytes = await handle.readFile();
    return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError(
      (cause as { code?: string }).code === 'ENOENT' ? 'INPUT_MISSING' : 'INPUT_UNREADABLE',
      {},
      { cause },
    );
  } finally {
    await handle?.close();
  }
}

/**
 * The fast reader, and the library once the fast reader meets something it does not know: rows already given are then
 * skipped by their number, so that the caller sees one sequence.
 */
class FallbackSource implements SheetSource {
  readonly format = 'xlsx';
  readonly encoding = null;
  readonly delimiter = null;
  readonly sheets: SheetSource['sheets'];
  readonly #fast: SheetSource;
  readonly #openLibrary: () => Promise<SheetSource>;
  #library: SheetSource | null = null;

  constructor(fast: SheetSource, openLibrary: () => Promise<SheetSource>) {
    this.#fast = fast;
    this.#openLibrary = openLibrary;
    this.sheets = fast.sheets;
  }

  async *rows(sheet: number): AsyncGenerator<RowChunk, void, undefined> {
    let last = 0;
    if (this.#library === null) {
      try {
        for await (const chunk of this.#fast.rows(sheet)) {
          last = chunk.rows.at(-1)?.row ?? last;
          yield chunk;
        }
        return;
      } catch (error) {
        if (!(error instanceof UnusualWorkbook)) throw error;
        this.#library = await this.#openLibrary();
      }
    }
    const name = this.sheets[sheet]?.name;
    const index = this.#library.sheets.findIndex((info) => info.name === name);
    if (index < 0) throw new AppError('FILE_TRUNCATED');
    for await (const { rows, share } of this.#library.rows(index)) {
      const rest = rows.filter(({ row }) => row > last);
      if (rest.length > 0) yield { rows: rest, share };
    }
  }
}

/** Adds the file's name to faults that come up while rows are read. */
class NamedSource implements SheetSource {
  readonly format: SheetSource['format'];
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly sheets: SheetSource['sheets'];
  readonly #source: SheetSource;
  readonly #file: string;

  constructor(source: SheetSource, file: string) {
    this.#source = source;
    this.#file = file;
    this.format = source.format;
    this.encoding = source.encoding;
    this.delimiter = source.delimiter;
    this.sheets = source.sheets;
  }

  async *rows(sheet: number): AsyncGenerator<RowChunk, void, undefined> {
    try {
      yield* this.#source.rows(sheet);
    } catch (error) {
      throw withFile(error, this.#file);
    }
  }
}
