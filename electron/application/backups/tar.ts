import { AppError } from '#shared/errors.ts';

// The envelope of a copy is a plain tar (POSIX ustar): every system can look into it without this program.

export const BLOCK = 512;
const NAME = 100;

/** The header of one file of an archive. Size in bytes. */
export function tarHeader(name: string, size: number): Buffer {
  const header = Buffer.alloc(BLOCK);
  header.write(name, 0, NAME, 'ascii');
  header.write('0000600\0', 100, 'ascii');
  header.write('0000000\0', 108, 'ascii');
  header.write('0000000\0', 116, 'ascii');
  header.write(`${size.toString(8).padStart(11, '0')}\0`, 124, 'ascii');
  header.write('00000000000\0', 136, 'ascii');
  header.write('        ', 148, 'ascii');
  header.write('0', 156, 'ascii');
  header.write('ustar\x0000', 257, 'latin1');
  header.write(`${checksum(header).toString(8).padStart(6, '0')}\0 `, 148, 'ascii');
  return header;
}

/** Bytes that fill the last block of a file. */
export const padding = (size: number): number => (BLOCK - (size % BLOCK)) % BLOCK;

/** Reads a header. Throws `AppError` BACKUP_DAMAGED for anything but a plain file as {@link tarHeader} writes it. */
export function readTarHeader(header: Buffer): { name: string; size: number } {
  const stated = Number.parseInt(header.toString('ascii', 148, 154), 8);
  const sizeText = header.toString('ascii', 124, 135);
  const plain = header.toString('latin1', 257, 262) === 'ustar' && header[156] === 0x30;
  if (header.length !== BLOCK || !plain || stated !== checksum(header) || !/^[0-7]{11}$/.test(sizeText))
    throw new AppError('BACKUP_DAMAGED', { reason: 'envelope' });
  const name = header.toString('ascii', 0, NAME);
  return { name: name.slice(0, name.indexOf('\0')), size: Number.parseInt(sizeText, 8) };
}

function checksum(header: Buffer): number {
  let sum = 0;
  for (let at = 0; at < BLOCK; at += 1) sum += at >= 148 && at < 156 ? 0x20 : (header[at] ?? 0);
  return sum;
}
