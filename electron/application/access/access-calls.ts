import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { groupFault, makeRecoveryKey } from '#shared/access/recovery-key.ts';
import { may, tidyExceptions } from '#shared/domain/rights.ts';
import type { Role } from '#shared/domain/unit.ts';
import { AppError } from '#shared/errors.ts';
import type { AccessState } from '#shared/ipc/contract/access.ts';
import type { Output, Parsed, ServiceChannel } from '#shared/ipc/contract.ts';
import { personChanges } from '#shared/log/person-changes.ts';
import { describeFile } from '../app/file-tokens.ts';
import type { AppParts } from '../app/parts.ts';
import type { ScryptCosts } from '../app/passphrases.ts';
import { demandRight } from '../app/rights.ts';
import type { Turns } from '../app/turns.ts';
import type { Workspace } from '../context.ts';
import { taskInParts } from '../long-task.ts';
import type { UserRecord } from '../ports.ts';
import {
  keyByPassphrase,
  withKeystore,
  withName,
  withoutKeystore,
  withoutPerson,
  withPerson,
  withPersonAgain,
  withRecovery,
} from './keyring.ts';
import type { KeyringPerson } from './keyring-form.ts';
import type { Keystore } from './keystore.ts';
import { recoverySheet } from './recovery-sheet.ts';
import { createSlowDown, SIGN_IN_FILE } from './slow-down.ts';

type AccessChannel = Extract<ServiceChannel, `access.${string}`>;
type AccessCalls = { readonly [C in AccessChannel]: (input: Parsed<C>) => Promise<Output<C>> };

/** The calls on who can open the folder. Each demands that somebody is signed in. */
export function createAccessCalls(
  parts: Pick<AppParts, 'folder' | 'session' | 'workspace' | 'dataDir'> & { readonly turns: Turns },
  keystore: Keystore | null,
  costs?: ScryptCosts,
): AccessCalls {
  const { folder } = parts;
  const slowDown = createSlowDown(join(parts.dataDir, SIGN_IN_FILE));
  /** The sheet that was drawn and not confirmed yet; nowhere but here. */
  let prepared: { readonly recoveryKey: string; readonly madeAt: string; readonly number: number } | null =
    null;

  /** Whose way to the key was taken away since the program started: it can be given back, until there is a new key. */
  const dismissed = new Map<string, KeyringPerson>();

  const state = async (space: Workspace): Promise<AccessState> => {
    const keyring = folder.keyring;
    if (keyring === null) throw new AppError('DATA_FOLDER_MISSING');
    const admitted = new Set(keyring.people.map(({ login }) => login));
    const usable = (await keystore?.state()) ?? 'command-line';
    return {
      manages: may(space.actor, 'manage-people'),
      people: space.store.users.list().map(({ login, name, role, exceptions = {}, retiredAt = null }) => ({
        login,
        name,
        role,
        admitted: admitted.has(login),
        retiredAt,
        exceptions,
      })),
      recovery: keyring.recovery && { number: keyring.recovery.number, madeAt: keyring.recovery.madeAt },
      keystore: {
        absent: usable === 'usable' ? null : usable,
        on: keyring.keystore.some(({ login }) => login === space.actor.login),
      },
    };
  };

  /** Only in the unit's own folder: the sample is open to everybody and stays so. */
  const own = async (): Promise<Workspace> => {
    const space = await parts.workspace();
    if (space.sample === true) throw new AppError('FORBIDDEN', { role: space.actor.role });
    return space;
  };

  const personOf = ({ store }: Workspace, login: string): UserRecord => {
    const person = store.users.get(login);
    if (person === null) throw new AppError('RECORD_UNKNOWN', { id: login });
    return person;
  };

  /** Refuses a change after which nobody who can sign in may look after people, where somebody could before. */
  const demandManager = ({ store }: Workspace, changed: UserRecord): void => {
    const there = new Set(folder.keyring?.people.map(({ login }) => login));
    const before = store.users.list().filter(({ login }) => there.has(login));
    const after = before.map((person) => (person.login === changed.login ? changed : person));
    const managed = (people: readonly UserRecord[]) => people.some((one) => may(one, 'manage-people'));
    if (managed(before) && !managed(after))
      throw new AppError(
        'RECORD_INVALID',
        { reason: 'last-manager' },
        { fieldErrors: { role: 'last-manager' } },
      );
  };

  /** What was done to the ways into the folder stands in its log, though the keyring is a file of its own. */
  const tell = (
    space: Workspace,
    deed: string,
    login: string | null = null,
    role: Role | null = null,
  ): Promise<void> => {
    const whose = login === null ? {} : { login };
    const as = role === null ? {} : { role };
    return space.store.write((tx) => tx.tell({ kind: 'access', subject: { deed, ...whose, ...as } }));
  };

  const draw = (space: Workspace): Promise<Uint8Array> => {
    if (prepared === null) throw new AppError('RECORD_UNKNOWN', { id: null });
    return recoverySheet(space, prepared);
  };

  return {
    'access.state': async () => state(await parts.workspace()),
    'access.changePassphrase': async ({ current, next }) => {
      const space = await own();
      const { login, name } = space.actor;
      // Who finds the window open must not be able to guess faster than at the door.
      slowDown.demandPatience(login);
      await folder.changeKeyring(async (keyring, key) => {
        const proof = await keyByPassphrase(keyring, login, current).catch((fault: unknown) => {
          if (fault instanceof AppError && fault.code === 'PASSPHRASE_WRONG') slowDown.failed(login);
          throw fault;
        });
        proof.fill(0);
        return withPerson(keyring, key, { login, name, passphrase: next }, costs);
      });
      await tell(space, 'passphrase', login);
      return state(space);
    },
    'access.admit': async ({ login, name, role, passphrase }) => {
      const space = await own();
      const known = space.store.users.get(login);
      // Another's passphrase is replaced by the recovery sheet alone: whoever leads an office is not everybody in it.
      if (folder.keyring?.people.some((each) => each.login === login))
        throw new AppError('RECORD_INVALID', {}, { fieldErrors: { login: 'duplicate' } });
      const person = { ...(known ?? { login, name, role, passphraseHash: null }), retiredAt: null };
      if (known === null || known.retiredAt) await space.store.write((tx) => tx.putUser(person));
      await folder.changeKeyring((keyring, key) =>
        withPerson(keyring, key, { login, name: person.name, passphrase }, costs),
      );
      await tell(space, 'admitted', login, person.role);
      return state(space);
    },
    'access.change': async ({ login, name, role, exceptions }) => {
      const space = await own();
      const known = personOf(space, login);
      const person = { ...known, name: name.trim(), role, exceptions: tidyExceptions(role, exceptions) };
      demandManager(space, person);
      if (personChanges(known, person).length > 0) await space.store.write((tx) => tx.putUser(person));
      await folder.changeKeyring((keyring, key) => withName(keyring, key, login, person.name));
      return state(await parts.workspace());
    },
    'access.dismiss': async ({ login }) => {
      const space = await own();
      if (login === space.actor.login) throw new AppError('FORBIDDEN', { role: space.actor.role });
      if (!folder.keyring?.people.some((each) => each.login === login))
        throw new AppError('RECORD_UNKNOWN', { id: login });
      await folder.changeKeyring((keyring, key) => {
        const person = keyring.people.find((each) => each.login === login);
        if (person !== undefined) dismissed.set(login, person);
        return withoutPerson(keyring, key, login);
      });
      // After the keyring: cut off between the two, they are out, and only it is not said since when.
      const person = { ...personOf(space, login), retiredAt: space.clock.now() };
      await space.store.write((tx) => tx.putUser(person));
      await tell(space, 'dismissed', login);
      return state(space);
    },
    'access.readmit': async ({ login }) => {
      const space = await own();
      const person = dismissed.get(login);
      if (person === undefined) throw new AppError('RECORD_UNKNOWN', { id: login });
      await space.store.write((tx) => tx.putUser({ ...personOf(space, login), retiredAt: null }));
      await folder.changeKeyring((keyring, key) => withPersonAgain(keyring, key, person));
      dismissed.delete(login);
      await tell(space, 'admitted', login, personOf(space, login).role);
      return state(space);
    },
    'access.newRecovery': async () => {
      const space = await own();
      prepared = {
        recoveryKey: makeRecoveryKey(randomBytes),
        madeAt: space.clock.now(),
        number: (folder.keyring?.recovery?.number ?? 0) + 1,
      };
      return { pdf: await draw(space) };
    },
    'access.saveRecovery': async ({ target }) => {
      const space = await own();
      const path = space.files.resolve(target);
      const { writeAtomically } = await import('#electron/common/write-atomically.ts');
      await writeAtomically(path, await draw(space));
      return { saved: describeFile(target, path) };
    },
    'access.confirmRecovery': async ({ group }) => {
      const space = await own();
      if (prepared === null) throw new AppError('RECORD_UNKNOWN', { id: null });
      const { recoveryKey, madeAt } = prepared;
      const typed = group.toUpperCase().replace(/[\s-]/gu, '');
      if (groupFault(typed, 0) || !recoveryKey.startsWith(`${typed}-`))
        throw new AppError('RECOVERY_KEY_WRONG', { reason: 'group', group: 1 });
      await folder.changeKeyring((keyring, key) => withRecovery(keyring, key, recoveryKey, madeAt));
      prepared = null;
      await tell(space, 'recovery-sheet');
      return state(space);
    },
    'access.rekey': async ({ task }) => {
      const asked = await own();
      const stop = task === undefined ? undefined : asked.signal(task);
      const tellPart = taskInParts(asked, task);
      await tellPart?.('waiting');
      return parts.turns.alone(async () => {
        const before = await own();
        demandRight('access.rekey', before.actor);
        const { continueCover } = await import('../backups/make-copy.ts');
        try {
          await folder.rekey(tellPart);
          dismissed.clear();
        } finally {
          if (folder.state.kind === 'open') {
            const { store } = folder.state;
            const { login } = before.actor;
            store.actAs(() => ({ login, at: before.clock.now() }));
            continueCover(before.store, store);
          }
        }
        const reopened = await parts.workspace();
        await tell(reopened, 'new-key');
        return state(reopened);
      }, stop);
    },
    'access.setKeystore': async ({ on }) => {
      const space = await own();
      const { login } = space.actor;
      if (on && (await keystore?.state()) !== 'usable') throw new AppError('FORBIDDEN', { role: null });
      await folder.changeKeyring((keyring, key) =>
        on && keystore !== null
          ? withKeystore(keyring, key, login, keystore.protect)
          : withoutKeystore(keyring, key, login),
      );
      await tell(space, on ? 'keystore-on' : 'keystore-off', login);
      return state(space);
    },
  };
}
