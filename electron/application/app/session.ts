import { may } from '#shared/domain/rights.ts';
import { AppError } from '#shared/errors.ts';
import type { Actor, Clock } from '../context.ts';
import type { Store, UserRecord } from '../ports.ts';
import type { Folder } from './folder.ts';

/** Who acts in the open folder. Who may is decided before: by the key that opened it. */
export interface Session {
  /**
   * Whoever is signed in, with the rights that the book gives them at this moment; null where nobody is, or where the
   * folder was closed or the person withdrawn since.
   */
  readonly actor: Actor | null;
  /** Lets a person act. Throws `AppError` PASSPHRASE_WRONG for somebody the book does not know. */
  enter(store: Store, login: string): Actor;
  /** Lets the first person act: in the sample commune, which is open to everybody. */
  enterFirst(store: Store): void;
  signOut(): void;
}

/** `clock`: whose time the log bears for what is done from here on. `folder`: in whose book rights are looked up. */
export function createSession(clock: Pick<Clock, 'now'>, folder: Pick<Folder, 'state' | 'keyring'>): Session {
  let signedIn: string | null = null;

  const actorOf = (store: Store, login: string): Actor | null => {
    const user = store.users.get(login);
    return user === null || user.retiredAt ? null : asActor(user, store, folder.keyring?.people ?? []);
  };

  return {
    get actor() {
      const { state, keyring } = folder;
      if (signedIn === null || state.kind !== 'open') return null;
      if (!state.sample && !keyring?.people.some(({ login }) => login === signedIn)) return null;
      return actorOf(state.store, signedIn);
    },
    enter(store, login) {
      const actor = actorOf(store, login);
      if (actor === null) throw new AppError('PASSPHRASE_WRONG', { login });
      signedIn = login;
      store.actAs(() => ({ login, at: clock.now() }));
      return actor;
    },
    enterFirst(store) {
      const [first] = store.users.list();
      if (first !== undefined) this.enter(store, first.login);
    },
    signOut() {
      signedIn = null;
    },
  };
}

/**
 * A person with their rights. Where nobody who can sign in may look after people (one clerk alone, a receiver's
 * office), whoever is there may.
 */
function asActor(user: UserRecord, store: Store, admitted: readonly { readonly login: string }[]): Actor {
  const { login, name, role, exceptions = {} } = user;
  const actor = { login, name, role, exceptions };
  if (may(actor, 'manage-people')) return actor;
  const managed = admitted.some((person) => {
    const known = store.users.get(person.login);
    return known !== null && may(known, 'manage-people');
  });
  return managed ? actor : { ...actor, exceptions: { ...exceptions, 'manage-people': true } };
}
