import {
  CKA,
  CKC_X_509,
  CKO_CERTIFICATE,
  CKO_PRIVATE_KEY,
  CKO_PUBLIC_KEY,
  CKR_OK,
  TOKEN_FLAGS,
} from './constants.ts';
import type { Cryptoki } from './cryptoki.ts';
import { readUlong } from './layout.ts';
import type { PinState, RawCertificate, RawToken } from './messages.ts';
import { findObjects, openSession, readAttribute } from './objects.ts';

/** Every token that is in a slot, with the certificates that are seen without a PIN. */
export function readTokens(library: Cryptoki): RawToken[] {
  return slotsWithToken(library).flatMap((slot) => {
    const info = readTokenInfo(library, slot);
    return info === null ? [] : [{ slot, ...info, certificates: readCertificates(library, slot) }];
  });
}

export function slotsWithToken(library: Cryptoki): number[] {
  return library.list((items, count) => library.call('C_GetSlotList', 1, items, count));
}

/** Label, maker and state of the PIN; null where no token is in the slot or it was never set up. */
export function readTokenInfo(
  library: Cryptoki,
  slot: number,
): Omit<RawToken, 'slot' | 'certificates'> | null {
  // CK_TOKEN_INFO: four texts (96 bytes), flags, ten numbers, two versions, a time. Larger in no layout.
  const info = Buffer.alloc(256);
  if (library.try('C_GetTokenInfo', slot, info) !== CKR_OK) return null;
  const text = (from: number, to: number): string =>
    (info.toString('utf8', from, to).split('\0')[0] ?? '').trim();
  const flags = readUlong(library.layout, info, 96);
  if ((flags & TOKEN_FLAGS.INITIALIZED) === 0) return null;
  return {
    label: text(0, 32),
    manufacturer: text(32, 64),
    model: text(64, 80),
    serial: text(80, 96),
    pin: pinState(flags),
    ownPinPad: (flags & TOKEN_FLAGS.PROTECTED_AUTHENTICATION_PATH) !== 0,
  };
}

function pinState(flags: number): PinState {
  if ((flags & TOKEN_FLAGS.USER_PIN_LOCKED) !== 0) return 'locked';
  if ((flags & TOKEN_FLAGS.USER_PIN_FINAL_TRY) !== 0) return 'final-try';
  if ((flags & TOKEN_FLAGS.USER_PIN_COUNT_LOW) !== 0) return 'low';
  return (flags & TOKEN_FLAGS.USER_PIN_INITIALIZED) === 0 ? 'not-set' : 'ok';
}

function readCertificates(library: Cryptoki, slot: number): RawCertificate[] {
  const session = openSession(library, slot);
  try {
    const ids = new Set(
      [CKO_PRIVATE_KEY, CKO_PUBLIC_KEY].flatMap((kind) =>
        findObjects(library, session, [{ type: CKA.CLASS, value: library.ulong(kind) }]).map((key) =>
          hexOf(readAttribute(library, session, key, CKA.ID)),
        ),
      ),
    );
    return findObjects(library, session, [
      { type: CKA.CLASS, value: library.ulong(CKO_CERTIFICATE) },
      { type: CKA.CERTIFICATE_TYPE, value: library.ulong(CKC_X_509) },
    ]).flatMap((object) => {
      const der = readAttribute(library, session, object, CKA.VALUE);
      if (der === null || der.length === 0) return [];
      const keyId = hexOf(readAttribute(library, session, object, CKA.ID));
      return [{ der: der.toString('base64'), keyId, keySeen: keyId !== '' && ids.has(keyId) }];
    });
  } finally {
    library.try('C_CloseSession', session);
  }
}

function hexOf(bytes: Buffer | null): string {
  return bytes?.toString('hex') ?? '';
}
