import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { afterAll } from 'vitest';
import { readRecords } from '#electron/import/index.ts';
import { DEFAULT_IMPORT_OPTIONS, type ParsedImportOptions } from '#shared/import/options.ts';
import type { ImportHeader, ReadContext, RowOutcome } from '#shared/import/types.ts';

const folder = mkdtempSync(join(tmpdir(), 'scl-import-'));
let counter = 0;
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Writes bytes under a fresh name and gives the path. */
export function file(bytes: string | Uint8Array, extension = 'bin'): string {
  const path = join(folder, `f${counter++}.${extension}`);
  writeFileSync(path, bytes);
  return path;
}

/** A path in the test's folder that does not exist yet. */
export function freshPath(extension: string): string {
  return join(folder, `f${counter++}.${extension}`);
}

export interface Read {
  readonly header: ImportHeader;
  readonly outcomes: RowOutcome[];
  readonly records: Extract<RowOutcome, { kind: 'record' }>[];
  readonly bad: Extract<RowOutcome, { kind: 'bad' }>[];
  readonly ignored: Extract<RowOutcome, { kind: 'ignored' }>[];
}

/** Reads a whole list. */
export async function readAll(
  path: string,
  options: Partial<ParsedImportOptions> = {},
  context: ReadContext = {},
): Promise<Read> {
  const { header, batches } = await readRecords(path, { ...DEFAULT_IMPORT_OPTIONS, ...options }, context);
  const outcomes: RowOutcome[] = [];
  for await (const batch of batches) outcomes.push(...batch);
  const of = <K extends RowOutcome['kind']>(kind: K) =>
    outcomes.filter((outcome): outcome is Extract<RowOutcome, { kind: K }> => outcome.kind === kind);
  return { header, outcomes, records: of('record'), bad: of('bad'), ignored: of('ignored') };
}

export interface Part {
  readonly name: string;
  readonly data: string | Uint8Array;
  /** What the directory claims, where it lies. */
  readonly claimedSize?: number;
  readonly flags?: number;
}

/** A zip archive of the given parts. */
export function zip(parts: readonly Part[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, data, claimedSize, flags = 0x0800 } of parts) {
    const bytes = Buffer.from(data);
    const packed = deflateRawSync(bytes);
    const label = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(claimedSize ?? bytes.length, 18);
    common.writeUInt16LE(label.length, 22);
    const entry = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, label, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, tail, label]));
    local.push(entry);
    offset += entry.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, directory, end]);
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface HandMade {
  /** Inside of `<sheetData>`. */
  readonly rows: string;
  readonly sharedStrings?: string;
  /** `cellXfs` children and number formats. */
  readonly styles?: string;
  readonly workbookPr?: string;
  /** Replaces the whole worksheet part. */
  readonly worksheet?: string;
  readonly sheetTarget?: string;
  readonly sheetPart?: string;
}

/** A hand-made workbook with one sheet "Danh sách", for XML that no library writes. */
export function handMade(book: HandMade): Buffer {
  const sheetPart = book.sheetPart ?? 'xl/worksheets/sheet1.xml';
  const parts: Part[] = [
    {
      name: '[Content_Types].xml',
      data: `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/${sheetPart}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    },
    {
      name: '_rels/.rels',
      data: `<?xml version="1.0"?><Relationships xmlns="${RELS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      data: `<?xml version="1.0"?><workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${book.workbookPr ?? ''}<sheets><sheet name="Danh sách" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: `<?xml version="1.0"?><Relationships xmlns="${RELS}"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="${book.sheetTarget ?? 'worksheets/sheet1.xml'}"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    },
    {
      name: 'xl/styles.xml',
      data: `<?xml version="1.0"?><styleSheet xmlns="${MAIN}">${book.styles ?? '<cellXfs count="1"><xf numFmtId="0"/></cellXfs>'}</styleSheet>`,
    },
    {
      name: 'xl/sharedStrings.xml',
      data: `<?xml version="1.0"?><sst xmlns="${MAIN}">${book.sharedStrings ?? ''}</sst>`,
    },
    {
      name: sheetPart,
      data:
        book.worksheet ??
        `<?xml version="1.0" encoding="UTF-8"?>\n<worksheet xmlns="${MAIN}"><sheetData>${book.rows}</sheetData></worksheet>`,
    },
  ];
  return zip(parts);
}

/** Cells of a row as inline strings (numbers as numbers), for hand-made sheets. */
export function xmlRow(
  row: number,
  values: readonly (string | number | null)[],
  dates: readonly number[] = [],
): string {
  const cells = values.map((value, i) => {
    if (value === null) return '';
    const ref = `${String.fromCharCode(65 + i)}${row}`;
    if (typeof value === 'number')
      return `<c r="${ref}"${dates.includes(i) ? ' s="1"' : ''}><v>${value}</v></c>`;
    return `<c r="${ref}" t="inlineStr"><is><t>${value.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t></is></c>`;
  });
  return `<row r="${row}">${cells.join('')}</row>`;
}
