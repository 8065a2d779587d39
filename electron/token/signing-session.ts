import { sha256Bytes } from '#electron/common/sha256.ts';
import {
  CKA,
  CKG_MGF1_SHA256,
  CKK_EC,
  CKK_RSA,
  CKM,
  CKO_PRIVATE_KEY,
  CKR,
  CKR_OK,
  CKU_CONTEXT_SPECIFIC,
  CKU_USER,
} from './constants.ts';
import { type Cryptoki, TokenError } from './cryptoki.ts';
import { encodeStruct, readUlong } from './layout.ts';
import type { SignatureForm, TokenRequest } from './messages.ts';
import { findObjects, openSession, readAttribute } from './objects.ts';
import { readTokenInfo, slotsWithToken } from './read-tokens.ts';

/** DigestInfo of SHA-256 up to the digest itself (RFC 8017 §9.2, note 1). */
const DIGEST_INFO = Buffer.from('3031300d060960864801650304020105000420', 'hex');
const SALT = 32;
/** RSA of 16,384 bits; an ECDSA signature is far shorter. */
const LONGEST_SIGNATURE = 2048;

/** A key on a token that signs until the session is closed. */
export interface SigningSession {
  sign(data: Buffer): { readonly signature: Buffer; readonly form: SignatureForm };
  close(): void;
}

/**
 * Logs in with a PIN, once, and finds the key. The state of the PIN is read before: a locked token is not asked at
 * all, and the last try is used only where that was said. Throws {@link TokenError} NO_TOKEN, PIN_WRONG (with the
 * state after it), PIN_LOCKED, PIN_FINAL_TRY, PIN_CANCELLED, NO_KEY.
 */
export function openSigningSession(
  library: Cryptoki,
  { slot, keyId, pin, finalTry }: Extract<TokenRequest, { kind: 'open' }>,
): SigningSession {
  if (!slotsWithToken(library).includes(slot)) throw new TokenError('NO_TOKEN');
  const info = readTokenInfo(library, slot);
  if (info === null) throw new TokenError('NO_TOKEN');
  if (info.pin === 'locked') throw new TokenError('PIN_LOCKED', null, 'locked');
  if (info.pin === 'final-try' && !finalTry) throw new TokenError('PIN_FINAL_TRY', null, 'final-try');
  const session = openSession(library, slot);
  const secret = info.ownPinPad && pin === '' ? null : Buffer.from(pin, 'utf8');
  logIn(library, slot, session, CKU_USER, secret);
  const key = findKey(library, session, keyId);
  const always = readAttribute(library, session, key, CKA.ALWAYS_AUTHENTICATE)?.[0] === 1;
  if (!always) secret?.fill(0);
  const type = readAttribute(library, session, key, CKA.KEY_TYPE);
  const keyType = type === null ? -1 : readUlong(library.layout, type);
  const allowed = new Set(
    library.list((items, count) => library.call('C_GetMechanismList', slot, items, count)),
  );
  const again = (): void => {
    if (always) logIn(library, slot, session, CKU_CONTEXT_SPECIFIC, secret);
  };
  return {
    sign(data) {
      if (keyType === CKK_EC) return signEc(library, session, key, data, again);
      if (keyType === CKK_RSA) return signRsa(library, session, key, data, allowed, again);
      throw new TokenError('NO_KEY');
    },
    close() {
      secret?.fill(0);
      library.try('C_Logout', session);
      library.try('C_CloseSession', session);
    },
  };
}

function logIn(library: Cryptoki, slot: number, session: number, who: number, pin: Buffer | null): void {
  const value = library.try('C_Login', session, who, pin, pin?.length ?? 0);
  if (value === CKR_OK || value === CKR.USER_ALREADY_LOGGED_IN) return;
  const state = readTokenInfo(library, slot)?.pin ?? null;
  if (value === CKR.PIN_LOCKED || state === 'locked') throw new TokenError('PIN_LOCKED', value, 'locked');
  if (value === CKR.PIN_INCORRECT || value === CKR.PIN_INVALID || value === CKR.PIN_LEN_RANGE)
    throw new TokenError('PIN_WRONG', value, state);
  if (value === CKR.FUNCTION_CANCELED) throw new TokenError('PIN_CANCELLED', value, state);
  throw new TokenError('LIBRARY', value, state);
}

function findKey(library: Cryptoki, session: number, keyId: string): number {
  const [key] = findObjects(library, session, [
    { type: CKA.CLASS, value: library.ulong(CKO_PRIVATE_KEY) },
    { type: CKA.ID, value: Buffer.from(keyId, 'hex') },
  ]);
  if (key === undefined) throw new TokenError('NO_KEY');
  return key;
}

function signEc(library: Cryptoki, session: number, key: number, data: Buffer, again: () => void) {
  const digest = sha256Bytes(data);
  library.call('C_SignInit', session, library.mechanism(CKM.ECDSA), key);
  again();
  return { signature: finish(library, session, digest), form: 'ecdsa' as const };
}

/**
 * RSASSA-PSS (TT 15/2025/TT-BKHCN) where the token has it, else the older PKCS#1 v1.5, which the reader accepts and
 * labels. Tokens that list PSS and then refuse it are treated as without.
 */
function signRsa(
  library: Cryptoki,
  session: number,
  key: number,
  data: Buffer,
  allowed: ReadonlySet<number>,
  again: () => void,
): { signature: Buffer; form: SignatureForm } {
  const digest = sha256Bytes(data);
  const tries: { mechanism: number; input: Buffer; form: SignatureForm }[] = [
    { mechanism: CKM.RSA_PKCS_PSS, input: digest, form: 'pss' },
    { mechanism: CKM.SHA256_RSA_PKCS_PSS, input: data, form: 'pss' },
  ];
  const salted = (): Buffer =>
    encodeStruct(library.layout, [{ ulong: CKM.SHA256 }, { ulong: CKG_MGF1_SHA256 }, { ulong: SALT }]);
  for (const { mechanism, input, form } of tries) {
    if (!allowed.has(mechanism)) continue;
    const value = library.try('C_SignInit', session, library.mechanism(mechanism, salted()), key);
    if (value === CKR_OK) {
      again();
      return { signature: finish(library, session, input), form };
    }
    if (!REFUSED.has(value)) throw new TokenError('LIBRARY', value);
  }
  library.call('C_SignInit', session, library.mechanism(CKM.RSA_PKCS), key);
  again();
  return { signature: finish(library, session, Buffer.concat([DIGEST_INFO, digest])), form: 'pkcs1' };
}

const REFUSED: ReadonlySet<number> = new Set([
  CKR.MECHANISM_INVALID,
  CKR.MECHANISM_PARAM_INVALID,
  CKR.KEY_TYPE_INCONSISTENT,
  CKR.FUNCTION_NOT_SUPPORTED,
]);

function finish(library: Cryptoki, session: number, input: Buffer): Buffer {
  const signature = Buffer.alloc(LONGEST_SIGNATURE);
  const length = library.ulong(signature.length);
  library.call('C_Sign', session, input, input.length, signature, length);
  return signature.subarray(0, readUlong(library.layout, length));
}
