import { inflateRawSync } from 'node:zlib';
import { zipOf } from '../../receiver/support/zip.ts';
import type { Random } from './random.ts';

/**
 * An archive with one of its entries changed and packed again, so that checksums and sizes are right and the change
 * reaches the reader behind the archive. Null where the archive cannot be read any more.
 */
export function mutateZip(
  bytes: Buffer,
  random: Random,
  mutateEntry: (name: string, content: Buffer) => Buffer,
): Buffer | null {
  const files = entriesOf(bytes);
  if (files === null) return null;
  const names = Object.keys(files);
  if (names.length === 0) return null;
  const name = random.pick(names);
  const content = files[name] as Buffer;
  switch (random.below(12)) {
    case 0:
      delete files[name];
      break;
    case 1:
      files[random.pick(names)] = content;
      break;
    default:
      files[name] = mutateEntry(name, content);
  }
  return zipOf(files);
}

/** Name → content; null where anything does not fit. */
export function entriesOf(bytes: Buffer): Record<string, Buffer> | null {
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (end < 0 || end + 22 > bytes.length) return null;
  const files: Record<string, Buffer> = {};
  try {
    let at = bytes.readUInt32LE(end + 16);
    for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
      const [packed, title, extra, note] = [
        bytes.readUInt32LE(at + 20),
        bytes.readUInt16LE(at + 28),
        bytes.readUInt16LE(at + 30),
        bytes.readUInt16LE(at + 32),
      ] as [number, number, number, number];
      const local = bytes.readUInt32LE(at + 42);
      const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
      const raw = bytes.subarray(start, start + packed);
      const stored = bytes.readUInt16LE(at + 10) === 0;
      files[bytes.toString('utf8', at + 46, at + 46 + title)] = stored
        ? Buffer.from(raw)
        : inflateRawSync(raw, { maxOutputLength: 8 * 1024 * 1024 });
      at += 46 + title + extra + note;
    }
  } catch {
    return null;
  }
  return files;
}
