import { AppError } from '#shared/errors.ts';
import type { Actor } from '../context.ts';
import type { Store, UserRecord } from '../ports.ts';
import { passphraseMatches } from './passphrases.ts';

/** Who acts in the open folder. */
export interface Session {
  readonly actor: Actor | null;
  /** Signs a person in. Throws `AppError` PASSPHRASE_WRONG for an unknown login as for a wrong passphrase. */
  signIn(store: Store, login: string, passphrase: string): Promise<Actor>;
  /**
   * Signs in without asking: the last person, or the only one, when they have no passphrase; in the sample commune
   * its first person.
   */
  resume(store: Store, sample: boolean, lastLogin: string | null): void;
  signOut(): void;
}

export function createSession(): Session {
  let actor: Actor | null = null;
  return {
    get actor() {
      return actor;
    },
    async signIn(store, login, passphrase) {
      const user = store.users.get(login);
      if (user === null || !(await passphraseMatches(user.passphraseHash, passphrase)))
        throw new AppError('PASSPHRASE_WRONG', { login });
      actor = actorOf(user);
      return actor;
    },
    resume(store, sample, lastLogin) {
      const users = store.users.list();
      const known = users.find(({ login }) => login === lastLogin);
      const user = sample ? users[0] : (known ?? (users.length === 1 ? users[0] : undefined));
      actor = user !== undefined && user.passphraseHash === null ? actorOf(user) : null;
    },
    signOut() {
      actor = null;
    },
  };
}

function actorOf({ login, name, role }: UserRecord): Actor {
  return { login, name, role };
}
