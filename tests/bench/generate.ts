import { createHash } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';
import { crc32, createDeflateRaw } from 'node:zlib';
import { DOSSIER_CODES } from './generate-words.ts';

/**
 * Lists of invented dossiers of any length, the same for the same arguments: 20 columns in the shape of a one-stop
 * software's export (title rows, one header row). Rows are in order of the day of receipt, 40 a day from 2022-12-15.
 */

const HEADINGS = [
  'STT',
  'Mã hồ sơ',
  'Mã TTHC',
  'Tên TTHC',
  'Lĩnh vực',
  'Người nộp',
  'Số CCCD',
  'Điện thoại',
  'Địa chỉ',
  'Hình thức nộp',
  'Ngày tiếp nhận',
  'Ngày hẹn trả',
  'Ngày xử lý xong',
  'Ngày trả kết quả',
  'Trạng thái',
  'Số hóa thành phần hồ sơ',
  'Số hóa kết quả',
  'Cán bộ xử lý',
  'Lệ phí',
  'Ghi chú',
];
const FIRST_DAY = Date.UTC(2022, 11, 15) / 86_400_000;
const PER_DAY = 40;
/** Serial number of 1970-01-01. */
const EPOCH = 25_569;

type Value = string | number | { day: number } | null;

/** A small deterministic generator (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function isoCompact(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(2, 10).replaceAll('-', '');
}

function* dossierRows(count: number, seed: number): Generator<Value[]> {
  const next = random(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const { family, middle, given, hamlets, procedures } = DOSSIER_CODES;
  const name = () => `${pick(family)} ${pick(middle)} ${pick(given)}`;
  for (let i = 0; i < count; i++) {
    const received = FIRST_DAY + Math.floor(i / PER_DAY);
    const [code, title, field, days] = pick(procedures);
    const due = next() < 0.13 ? null : received + days;
    const open = next() < 0.02;
    const finished = open ? null : received + Math.floor(next() * (days + 2));
    const returned = finished === null ? null : finished + Math.floor(next() * 2);
    const channel = pick(['Trực tiếp', 'Trực tiếp', 'Trực tuyến', 'Bưu chính công ích']);
    yield [
      i + 1,
      `000.00.40.H19-${isoCompact(received)}-${String((i % PER_DAY) + 1).padStart(4, '0')}`,
      code,
      title,
      field,
      name(),
      `075${String(Math.floor(next() * 1e9)).padStart(9, '0')}`,
      `09${String(Math.floor(next() * 1e8)).padStart(8, '0')}`,
      `${pick(hamlets)}, xã Phước An`,
      channel,
      { day: received },
      due === null ? null : { day: due },
      finished === null ? null : { day: finished },
      returned === null ? null : { day: returned },
      open ? 'Đang xử lý' : 'Đã trả kết quả',
      pick(['Có', 'Không', null]),
      pick(['Có', 'Không', 'Không']),
      name(),
      pick([0, 5000, 8000, 50_000]),
      next() < 0.05 ? `Ghi chú ${i}` : null,
    ];
  }
}

/**
 * Writes `rows` dossiers as .xlsx with shared strings, as Excel itself would. Memory grows with the distinct strings
 * only. Returns the path.
 */
export async function generateDossierXlsx(path: string, rows: number, seed = 1): Promise<string> {
  const out = new ZipWriter(path);
  const strings = new Map<string, number>();
  const shared = (text: string): number => {
    const known = strings.get(text);
    if (known !== undefined) return known;
    strings.set(text, strings.size);
    return strings.size - 1;
  };
  function* sheet(): Generator<string> {
    yield '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">';
    yield `<dimension ref="A1:T${rows + 4}"/><sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15"/><sheetData>`;
    yield `<row r="1" spans="1:20"><c r="A1" t="s"><v>${shared('ỦY BAN NHÂN DÂN XÃ PHƯỚC AN')}</v></c></row>`;
    yield `<row r="2" spans="1:20"><c r="A2" t="s"><v>${shared('DANH SÁCH HỒ SƠ THỦ TỤC HÀNH CHÍNH')}</v></c></row>`;
    yield sheetRow(4, HEADINGS, shared);
    let row = 5;
    let block = '';
    for (const values of dossierRows(rows, seed)) {
      block += sheetRow(row++, values, shared);
      if (block.length > 1 << 18) {
        yield block;
        block = '';
      }
    }
    yield `${block}</sheetData></worksheet>`;
  }
  function* sharedStrings(): Generator<string> {
    yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="${strings.size}">`;
    let block = '';
    for (const text of strings.keys()) {
      block += `<si><t>${escapeXml(text)}</t></si>`;
      if (block.length > 1 << 18) {
        yield block;
        block = '';
      }
    }
    yield `${block}</sst>`;
  }
  for (const [name, xml] of PARTS) await out.add(name, [xml]);
  await out.add('xl/worksheets/sheet1.xml', sheet());
  await out.add('xl/sharedStrings.xml', sharedStrings());
  out.close();
  return path;
}

function sheetRow(row: number, values: readonly Value[], shared: (text: string) => number): string {
  let xml = `<row r="${row}" spans="1:20">`;
  values.forEach((value, i) => {
    if (value === null) return;
    const ref = `${String.fromCharCode(65 + i)}${row}`;
    if (typeof value === 'string') xml += `<c r="${ref}" t="s"><v>${shared(value)}</v></c>`;
    else if (typeof value === 'number') xml += `<c r="${ref}"><v>${value}</v></c>`;
    else xml += `<c r="${ref}" s="1"><v>${value.day + EPOCH}</v></c>`;
  });
  return `${xml}</row>`;
}

/** Writes `rows` dossiers as a CSV (UTF-8 with BOM, semicolons, dd/MM/yyyy). Returns the path. */
export function generateDossierCsv(path: string, rows: number, seed = 1): Promise<string> {
  const file = openSync(path, 'w');
  const day = (value: number) => {
    const iso = new Date(value * 86_400_000).toISOString();
    return `${iso.slice(8, 10)}/${iso.slice(5, 7)}/${iso.slice(0, 4)}`;
  };
  const cell = (value: Value) => {
    if (value === null) return '';
    if (typeof value === 'object') return day(value.day);
    const text = String(value);
    return /[;"\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  let block = `\ufeff${HEADINGS.join(';')}\r\n`;
  for (const values of dossierRows(rows, seed)) {
    block += `${values.map(cell).join(';')}\r\n`;
    if (block.length > 1 << 18) {
      writeSync(file, block);
      block = '';
    }
  }
  writeSync(file, block);
  closeSync(file);
  return Promise.resolve(path);
}

/** File name of a generated list, for caches: it changes with the arguments and with this file's version. */
export function generatedName(kind: 'xlsx' | 'csv', rows: number, seed = 1): string {
  return `dossiers-${rows}-${createHash('sha256').update(`v1 ${kind} ${rows} ${seed}`).digest('hex').slice(0, 8)}.${kind}`;
}

const PARTS: readonly (readonly [string, string])[] = [
  [
    '[Content_Types].xml',
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>',
  ],
  [
    '_rels/.rels',
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
  ],
  [
    'xl/workbook.xml',
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Danh sách hồ sơ" sheetId="1" r:id="rId1"/></sheets></workbook>',
  ],
  [
    'xl/_rels/workbook.xml.rels',
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
  ],
  [
    'xl/styles.xml',
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>',
  ],
];

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Just enough of a zip writer: deflated entries written one after the other, their directory at the end. */
class ZipWriter {
  readonly #file: number;
  readonly #directory: Buffer[] = [];
  #offset = 0;

  constructor(path: string) {
    this.#file = openSync(path, 'w');
  }

  async add(name: string, pieces: Iterable<string>): Promise<void> {
    const deflater = createDeflateRaw({ level: 6 });
    const packed: Buffer[] = [];
    deflater.on('data', (piece: Buffer) => packed.push(piece));
    const done = new Promise<void>((resolve, reject) => deflater.on('end', resolve).on('error', reject));
    let crc = 0;
    let size = 0;
    for (const piece of pieces) {
      const bytes = Buffer.from(piece);
      crc = crc32(bytes, crc);
      size += bytes.length;
      if (!deflater.write(bytes)) await new Promise((resolve) => deflater.once('drain', resolve));
    }
    deflater.end();
    await done;
    this.#entry(name, Buffer.concat(packed), size, crc);
  }

  #entry(name: string, data: Buffer, size: number, crc: number): void {
    const bytes = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x0800, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt16LE(0x21, 8); // 1980-01-01, so that the same list gives the same bytes
    common.writeUInt32LE(crc, 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(size, 18);
    common.writeUInt16LE(bytes.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, bytes]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(this.#offset, 10);
    this.#directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, tail, bytes]));
    writeSync(this.#file, local);
    writeSync(this.#file, data);
    this.#offset += local.length + data.length;
  }

  close(): void {
    const directory = Buffer.concat(this.#directory);
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(this.#directory.length, 8);
    end.writeUInt16LE(this.#directory.length, 10);
    end.writeUInt32LE(directory.length, 12);
    end.writeUInt32LE(this.#offset, 16);
    writeSync(this.#file, directory);
    writeSync(this.#file, end);
    closeSync(this.#file);
  }
}
