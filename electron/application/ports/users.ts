import type { RightsHolder } from '#shared/domain/rights.ts';

/** A person of the office. `passphraseHash` is opaque here (its maker writes algorithm and salt into it). */
export interface UserRecord extends RightsHolder {
  readonly login: string;
  readonly name: string;
  /** When they left (UTC): they cannot sign in, their name stays with what they did. Null or absent: they work here. */
  readonly retiredAt?: string | null;
  readonly passphraseHash: string | null;
}

export interface UserStore {
  /** In the order in which they were added. */
  list(): UserRecord[];
  get(login: string): UserRecord | null;
}
