import { AppError } from '#shared/errors.ts';
import type { Actor, Clock } from '../context.ts';
import type { Store } from '../ports.ts';

/** Who acts in the open folder. Who may is decided before: by the key that opened it. */
export interface Session {
  readonly actor: Actor | null;
  /** Lets a person act. Throws `AppError` PASSPHRASE_WRONG for somebody the book does not know. */
  enter(store: Store, login: string): Actor;
  /** Lets the first person act: in the sample commune, which is open to everybody. */
  enterFirst(store: Store): void;
  signOut(): void;
}

/** `clock`: whose time the log bears for what is done from here on. */
export function createSession(clock: Pick<Clock, 'now'>): Session {
  let actor: Actor | null = null;
  return {
    get actor() {
      return actor;
    },
    enter(store, login) {
      const user = store.users.get(login);
      if (user === null) throw new AppError('PASSPHRASE_WRONG', { login });
      const { name, role } = user;
      actor = { login, name, role };
      store.actAs(() => ({ login, at: clock.now() }));
      return actor;
    },
    enterFirst(store) {
      const [first] = store.users.list();
      if (first !== undefined) this.enter(store, first.login);
    },
    signOut() {
      actor = null;
    },
  };
}
