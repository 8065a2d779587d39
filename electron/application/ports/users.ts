import type { Role } from '#shared/domain/unit.ts';

/** A person of the office. `passphraseHash` is opaque here (its maker writes algorithm and salt into it). */
export interface UserRecord {
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly passphraseHash: string | null;
}

export interface UserStore {
  /** In the order in which they were added. */
  list(): UserRecord[];
  get(login: string): UserRecord | null;
}
