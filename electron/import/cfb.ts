import { AppError } from '#shared/errors.ts';

/**
 * Just enough of the compound file format ([MS-CFB]) to say what a D0CF11E0 file is: an .xls, an encrypted .xlsx, or
 * something else such as a Word document. Reading an .xls is left to the library.
 */

const END_OF_CHAIN = 0xfffffffe;
const FILEPASS = 0x002f;
const BOF = 0x0809;

export type CompoundKind = 'xls' | 'encrypted' | 'other';

/** Throws FILE_TRUNCATED when the file ends before what its directory says. */
export function compoundKind(file: Buffer): CompoundKind {
  if (file.length < 512) throw new AppError('FILE_TRUNCATED');
  const sectorSize = 1 << file.readUInt16LE(30);
  if (sectorSize !== 512 && sectorSize !== 4096) throw new AppError('FILE_TRUNCATED');
  const sectors = Math.ceil((file.length - sectorSize) / sectorSize);
  const fat = readFat(file, sectorSize);
  const streams = readDirectory(file, sectorSize, fat);
  if (streams.has('EncryptedPackage') || streams.has('EncryptionInfo')) return 'encrypted';
  const book =
    streams.get('Workbook') ?? streams.get('Book') ?? streams.get('WORKBOOK') ?? streams.get('BOOK');
  if (book === undefined) return 'other';
  if (book.size >= 4096 && !chainIsWhole(book.start, fat, sectors, Math.ceil(book.size / sectorSize)))
    throw new AppError('FILE_TRUNCATED');
  const at = (book.start + 1) * sectorSize;
  return book.size >= 4096 && isLocked(file, at, Math.min(file.length, at + sectorSize))
    ? 'encrypted'
    : 'xls';
}

function readFat(file: Buffer, sectorSize: number): (sector: number) => number {
  const perSector = sectorSize / 4;
  const fatSectors: number[] = [];
  for (let i = 0; i < 109; i++) {
    const sector = file.readUInt32LE(76 + i * 4);
    if (sector < END_OF_CHAIN - 4) fatSectors.push(sector);
  }
  let next = file.readUInt32LE(68);
  for (let guard = file.readUInt32LE(72); guard > 0 && next < END_OF_CHAIN - 4; guard--) {
    const at = (next + 1) * sectorSize;
    if (at + sectorSize > file.length) throw new AppError('FILE_TRUNCATED');
    for (let i = 0; i < perSector - 1; i++) {
      const sector = file.readUInt32LE(at + i * 4);
      if (sector < END_OF_CHAIN - 4) fatSectors.push(sector);
    }
    next = file.readUInt32LE(at + sectorSize - 4);
  }
  return (sector) => {
    const table = fatSectors[Math.floor(sector / perSector)];
    const at = table === undefined ? -1 : (table + 1) * sectorSize + (sector % perSector) * 4;
    if (at < 0 || at + 4 > file.length) throw new AppError('FILE_TRUNCATED');
    return file.readUInt32LE(at);
  };
}

function readDirectory(
  file: Buffer,
  sectorSize: number,
  next: (sector: number) => number,
): Map<string, { start: number; size: number }> {
  const streams = new Map<string, { start: number; size: number }>();
  let sector = file.readUInt32LE(48);
  for (let guard = 0; sector < END_OF_CHAIN - 4 && guard < 4096; guard++) {
    const from = (sector + 1) * sectorSize;
    if (from + sectorSize > file.length) throw new AppError('FILE_TRUNCATED');
    for (let at = from; at < from + sectorSize; at += 128) {
      const length = file.readUInt16LE(at + 64);
      if (file[at + 66] !== 2 || length < 2 || length > 64 || length % 2 === 1) continue;
      streams.set(file.toString('utf16le', at, at + length - 2), {
        start: file.readUInt32LE(at + 116),
        size: file.readUInt32LE(at + 120),
      });
    }
    sector = next(sector);
  }
  return streams;
}

function chainIsWhole(
  start: number,
  next: (sector: number) => number,
  sectors: number,
  length: number,
): boolean {
  let sector = start;
  for (let i = 0; i < length; i++) {
    if (sector >= sectors) return false;
    sector = next(sector);
  }
  return true;
}

/** A FILEPASS record right after the stream's first records means a password ([MS-XLS] 2.4.117). */
function isLocked(file: Buffer, start: number, end: number): boolean {
  let at = start;
  if (at + 4 > end || file.readUInt16LE(at) !== BOF) return false;
  for (let records = 0; at + 4 <= end && records < 8; records++) {
    if (file.readUInt16LE(at) === FILEPASS) return true;
    at += 4 + file.readUInt16LE(at + 2);
  }
  return false;
}
