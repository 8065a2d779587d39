import type { Store, TellPart } from '../ports.ts';

/** How a data folder is opened; given by whoever knows the storage. */
export interface StoreOpener {
  /**
   * What lies in the folder; what a change of keys left unfinished is tidied up first. Throws `AppError`
   * DATA_FOLDER_BUSY where that cannot be done now.
   */
  look(dataDir: string): Promise<'none' | 'plain' | 'encrypted'>;
  /** Opens the folder, or makes its database. Throws `AppError` DATA_FOLDER_BUSY, DATA_DAMAGED, DATA_FROM_FUTURE, … */
  open(dataDir: string, options: OpenStore): Promise<Store>;
  /**
   * Encrypts the database of the folder (absent `from`: a plain one) under another key; `keepKey` is called before the
   * new file takes the old one's place. `tell` learns of each part and may end it until then: the folder is as it was.
   */
  encrypt(
    dataDir: string,
    from: Uint8Array | undefined,
    to: Uint8Array,
    keepKey: () => void,
    tell?: TellPart | null,
  ): Promise<void>;
  /** Whether a database that does not open with a key holds pages written with it: its beginning is damaged. */
  fits(dataDir: string, key: Uint8Array): Promise<boolean>;
}

interface OpenStore {
  readonly create?: boolean;
  /** Absent: the database is not encrypted. */
  readonly key?: Uint8Array | undefined;
}

/** Somebody who can sign in, as far as it is known before that. */
export interface Person {
  readonly login: string;
  readonly name: string;
  /** False in a folder of an older version: they choose their passphrase when they sign in. */
  readonly hasPassphrase: boolean;
}
