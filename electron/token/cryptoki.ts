import { existsSync } from 'node:fs';
import koffi from 'koffi';
import { CKR, CKR_OK, returnValueName } from './constants.ts';
import { encodeStruct, type Layout, layoutOf, readAddress, readUlong } from './layout.ts';
import type { PinState, TokenFault } from './messages.ts';

/** A fault of the token or its library; the child process turns it into an answer. */
export class TokenError extends Error {
  readonly fault: TokenFault;
  /** The return value, where the library gave one. */
  readonly value: number | null;

  constructor(code: TokenFault['code'], value: number | null = null, pin: PinState | null = null) {
    super(code);
    this.name = 'TokenError';
    this.value = value;
    this.fault = { code, reason: value === null ? null : returnValueName(value), pin };
  }
}

/** An attribute to search by or to read. */
export interface Attribute {
  readonly type: number;
  readonly value: Buffer;
}

type Argument = number | bigint | Buffer | null;

/** Places in CK_FUNCTION_LIST, counted after its version (pkcs11f.h gives the order), and what each takes. */
const FUNCTIONS = {
  C_Initialize: [0, 'p'],
  C_Finalize: [1, 'p'],
  C_GetSlotList: [4, 'bpp'],
  C_GetTokenInfo: [6, 'up'],
  C_GetMechanismList: [7, 'upp'],
  C_OpenSession: [12, 'uuppp'],
  C_CloseSession: [13, 'u'],
  C_Login: [18, 'uupu'],
  C_Logout: [19, 'u'],
  C_GetAttributeValue: [24, 'uupu'],
  C_FindObjectsInit: [26, 'upu'],
  C_FindObjects: [27, 'upup'],
  C_FindObjectsFinal: [28, 'u'],
  C_SignInit: [42, 'upu'],
  C_Sign: [43, 'upupp'],
} as const;
type FunctionName = keyof typeof FUNCTIONS;
const TYPES: Readonly<Record<string, string>> = { p: 'void *', u: 'ulong', b: 'uint8_t' };

/**
 * The library of a token (PKCS#11 v2), loaded into this process. Only the process made for it may do so: makers'
 * libraries crash and hang. Every call throws {@link TokenError} for any return value but CKR_OK.
 */
export class Cryptoki {
  readonly layout: Layout = layoutOf(process.platform, process.arch);
  readonly #calls = new Map<FunctionName, (...args: Argument[]) => number>();
  /** Memory that the library holds addresses of while a call runs. */
  #kept: Buffer[] = [];

  /** Loads and initialises a library. Throws {@link TokenError} DRIVER_MISSING or DRIVER_UNUSABLE. */
  constructor(path: string) {
    if (!existsSync(path)) throw new TokenError('DRIVER_MISSING');
    let list: bigint;
    try {
      const out = Buffer.alloc(this.layout.pointer);
      const value = koffi.load(path).func('C_GetFunctionList', 'ulong', ['void *'])(out) as number;
      list = readAddress(this.layout, out);
      if (value !== CKR_OK || list === 0n) throw new RangeError(returnValueName(value));
    } catch {
      throw new TokenError('DRIVER_UNUSABLE');
    }
    const first = this.layout.packed ? 2 : this.layout.pointer;
    for (const [name, [place, takes]] of Object.entries(FUNCTIONS)) {
      const types = [...takes].map((letter) => TYPES[letter] as string);
      const proto = koffi.proto(`${name}_${protoCount++}`, 'ulong', types);
      const address = koffi.decode(list, first + place * this.layout.pointer, 'void *') as bigint;
      this.#calls.set(name as FunctionName, (...args) => Number(koffi.call(address, proto, ...args)));
    }
    const value = this.try('C_Initialize', null);
    if (value !== CKR_OK && value !== CKR.CRYPTOKI_ALREADY_INITIALIZED)
      throw new TokenError('DRIVER_UNUSABLE', value);
  }

  /** Calls a function and gives its return value, whatever it is. */
  try(name: FunctionName, ...args: Argument[]): number {
    const call = this.#calls.get(name);
    if (call === undefined) throw new TokenError('DRIVER_UNUSABLE');
    try {
      return call(...args);
    } finally {
      this.#kept = [];
    }
  }

  /** Calls a function that must succeed. */
  call(name: FunctionName, ...args: Argument[]): void {
    const value = this.try(name, ...args);
    if (value === CKR_OK) return;
    throw new TokenError(codeOf(value), value);
  }

  /** The address of memory that stays where it is until the next call has ended. */
  address(bytes: Buffer): bigint {
    this.#kept.push(bytes);
    return bytes.length === 0 ? 0n : (koffi.address(bytes) as bigint);
  }

  /** CK_ATTRIBUTE[]. */
  attributes(list: readonly Attribute[]): Buffer {
    return Buffer.concat(
      list.map(({ type, value }) =>
        encodeStruct(this.layout, [
          { ulong: type },
          { address: this.address(value) },
          { ulong: value.length },
        ]),
      ),
    );
  }

  /** CK_MECHANISM. */
  mechanism(type: number, parameter: Buffer = Buffer.alloc(0)): Buffer {
    return encodeStruct(this.layout, [
      { ulong: type },
      { address: this.address(parameter) },
      { ulong: parameter.length },
    ]);
  }

  /** A CK_ULONG as memory: an attribute's value, or room for one. */
  ulong(value = 0): Buffer {
    return encodeStruct(this.layout, [{ ulong: value }]);
  }

  /** CK_ULONGs that a function lists: asked for how many, then for them. */
  list(call: (items: Buffer | null, count: Buffer) => void): number[] {
    const count = this.ulong();
    call(null, count);
    const room = Math.max(0, Math.min(readUlong(this.layout, count), 4096));
    if (room === 0) return [];
    const items = Buffer.alloc(room * this.layout.ulong);
    const given = this.ulong(room);
    call(items, given);
    return Array.from({ length: Math.min(room, readUlong(this.layout, given)) }, (_, index) =>
      readUlong(this.layout, items, index * this.layout.ulong),
    );
  }

  finalize(): void {
    this.try('C_Finalize', null);
  }
}

/** koffi keeps types by name for the life of the process. */
let protoCount = 0;

function codeOf(value: number): TokenFault['code'] {
  switch (value) {
    case CKR.DEVICE_REMOVED:
    case CKR.TOKEN_NOT_PRESENT:
    case CKR.SESSION_HANDLE_INVALID:
      return 'REMOVED';
    case CKR.SLOT_ID_INVALID:
    case CKR.TOKEN_NOT_RECOGNIZED:
      return 'NO_TOKEN';
    default:
      return 'LIBRARY';
  }
}
