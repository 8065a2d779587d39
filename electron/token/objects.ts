import { CKF_SERIAL_SESSION, CKR_OK } from './constants.ts';
import type { Attribute, Cryptoki } from './cryptoki.ts';
import { readUlong } from './layout.ts';

/** Nobody keeps more certificates on a token; a library that says so is broken. */
const MOST_OBJECTS = 256;
const LARGEST_VALUE = 64 * 1024;

/** Opens a session that only reads and signs; returns its handle. */
export function openSession(library: Cryptoki, slot: number): number {
  const handle = library.ulong();
  library.call('C_OpenSession', slot, CKF_SERIAL_SESSION, null, null, handle);
  return readUlong(library.layout, handle);
}

/** Handles of the objects that have all these attributes and can be seen now. */
export function findObjects(library: Cryptoki, session: number, wanted: readonly Attribute[]): number[] {
  library.call('C_FindObjectsInit', session, library.attributes(wanted), wanted.length);
  const found: number[] = [];
  try {
    while (found.length < MOST_OBJECTS) {
      const handles = Buffer.alloc(16 * library.layout.ulong);
      const count = library.ulong();
      library.call('C_FindObjects', session, handles, 16, count);
      const given = Math.min(16, readUlong(library.layout, count));
      if (given <= 0) break;
      for (let n = 0; n < given; n += 1)
        found.push(readUlong(library.layout, handles, n * library.layout.ulong));
    }
  } finally {
    library.try('C_FindObjectsFinal', session);
  }
  return found;
}

/** The value of an attribute; null where the object has none or does not give it away. */
export function readAttribute(
  library: Cryptoki,
  session: number,
  object: number,
  type: number,
): Buffer | null {
  const asked = library.attributes([{ type, value: Buffer.alloc(0) }]);
  if (library.try('C_GetAttributeValue', session, object, asked, 1) !== CKR_OK) return null;
  const length = readUlong(library.layout, asked, asked.length - library.layout.ulong);
  if (length <= 0 || length > LARGEST_VALUE) return length === 0 ? Buffer.alloc(0) : null;
  const value = Buffer.alloc(length);
  const wanted = library.attributes([{ type, value }]);
  if (library.try('C_GetAttributeValue', session, object, wanted, 1) !== CKR_OK) return null;
  return value;
}
