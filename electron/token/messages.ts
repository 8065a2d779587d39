import type { TokenEntry } from '#shared/ipc/contract/keys.ts';

/**
 * What passes between the program and the process that holds the library of a token. Bytes travel as base64: the
 * channel of a plain Node child and that of Electron's utility process carry different kinds of values.
 */

/** How the token stands about its PIN, read before anything is tried. */
export type PinState = TokenEntry['pin'];

/** A certificate as it lies on the token. */
export interface RawCertificate {
  /** DER, base64. */
  readonly der: string;
  /** CKA_ID, by which it is matched with its key, hex. */
  readonly keyId: string;
  /** A key with the same CKA_ID is seen without a PIN; private keys are mostly hidden until then. */
  readonly keySeen: boolean;
}

/** A token in its slot. Texts are as the maker wrote them, trailing blanks removed. */
export interface RawToken {
  readonly slot: number;
  readonly label: string;
  readonly manufacturer: string;
  readonly model: string;
  readonly serial: string;
  readonly pin: PinState;
  /** The PIN is typed on the reader itself. */
  readonly ownPinPad: boolean;
  readonly certificates: readonly RawCertificate[];
}

/** What the program asks, one thing after the other. `open` begins, `sign` may follow, once or more. */
export type TokenRequest =
  | { readonly kind: 'list'; readonly driver: string }
  | {
      readonly kind: 'open';
      readonly driver: string;
      readonly slot: number;
      /** Of the certificate, hex. */
      readonly keyId: string;
      /** Empty where the reader has a PIN pad. */
      readonly pin: string;
      /** The last try before the token locks itself may be used. */
      readonly finalTry: boolean;
    }
  /** Data to sign with SHA-256, base64. */
  | { readonly kind: 'sign'; readonly data: string }
  /** Log out and end. */
  | { readonly kind: 'close' };

/** `ecdsa`: r and s one after the other; `pss`: salt of 32 bytes; `pkcs1`: RSASSA-PKCS1-v1_5. All with SHA-256. */
export type SignatureForm = 'ecdsa' | 'pss' | 'pkcs1';

export type TokenAnswer =
  | { readonly kind: 'listed'; readonly tokens: readonly RawToken[] }
  | { readonly kind: 'opened' }
  | { readonly kind: 'signed'; readonly signature: string; readonly form: SignatureForm }
  | { readonly kind: 'closed' }
  | { readonly kind: 'failed'; readonly fault: TokenFault };

/** Why the token or its library did not do what was asked. */
export interface TokenFault {
  readonly code:
    | 'DRIVER_MISSING'
    | 'DRIVER_UNUSABLE'
    | 'NO_TOKEN'
    | 'PIN_WRONG'
    | 'PIN_LOCKED'
    | 'PIN_FINAL_TRY'
    | 'PIN_CANCELLED'
    | 'NO_KEY'
    | 'REMOVED'
    | 'LIBRARY';
  /** Name of the return value (`CKR_…`) where the library gave one. */
  readonly reason: string | null;
  /** State of the PIN after the fault, where it was read. */
  readonly pin: PinState | null;
}
