import { createHash } from 'node:crypto';

/** SHA-256 of bytes, or of a text as UTF-8. */
export function sha256Bytes(data: Uint8Array | string): Buffer {
  return createHash('sha256').update(data).digest();
}

/** The same in lower-case hex, as files, the log and the printed page state it. */
export function sha256Hex(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex');
}
