import type { Desk } from './desk.ts';
import type { Random } from './random.ts';

/** A line that the killed program wrote before it went on: what it was about to do, and what had been acknowledged. */
export type Line = Readonly<Record<string, string | number | boolean | null>>;

export interface Told {
  /** Before a deed is asked for. */
  about(line: Line): void;
  /** After the program said that it is done. */
  done(line: Line): void;
}

/** What a killed program left, as far as it could say so itself. */
export interface Lines {
  readonly about: readonly Line[];
  readonly done: readonly Line[];
}

/** What a piece of work needs of whoever does it: calls, files, an import with its preview. */
export type Hands = Pick<Desk, 'places' | 'call' | 'file' | 'import' | 'signIn'>;

/** Work during which the program is killed. */
export interface Kind {
  /** Fills the office beyond what every one has, once; other rounds begin with a copy. */
  prepare?(desk: Desk, folder: string): Promise<void>;
  /** The desk is closed again; changes what lies on the disk (older forms). */
  age?(folder: string): Promise<void>;
  /** Signing in is itself the work (migration, encryption). */
  readonly opens?: true;
  /** The work, over and over; `cycle` counts from 0. */
  cycle(desk: Hands, told: Told, random: Random, cycle: number): Promise<void>;
  /** The passphrase that must open the folder now; that of tests unless told. */
  passphrases?(lines: Lines): readonly string[];
  /** Looks at what is there after the next start; each sentence is something that must not be. */
  look(desk: Desk, lines: Lines, folder: string): Promise<string[]>;
}
