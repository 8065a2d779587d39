import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeKeyring } from '#electron/application/access/keyring.ts';
import type { KeyringPerson } from '#electron/application/access/keyring-form.ts';
import { CHEAP, TEST_PASSPHRASE } from '../support/secrets.ts';
import { keyringOf, plantKeyring, setStage } from './support/commune.ts';

// Whoever can write into the folder, and has no key, works on the boxes of the keyring.

const stage = setStage();
const { scene } = stage;

const logins = (dataDir: string): string[] => keyringOf(dataDir).people.map(({ login }) => login);
const WRONG = { code: 'PASSPHRASE_WRONG' };

/** A box that the intruder made: it holds nothing, and waits for a new key to be put into it. */
async function ownBox(login: string): Promise<KeyringPerson> {
  const { keyring } = await makeKeyring([{ login, name: 'Kẻ Lạ', passphrase: 'mật khẩu kẻ lạ' }], CHEAP);
  return keyring.people[0] as KeyringPerson;
}

describe('a box put in from outside', () => {
  it.each([
    ['beside the others', undefined],
    ['as one made out of an old hash, which is made anew at sign-in', true as const],
  ])('gets no key when passphrase and key change: %s', async (_how, older) => {
    const dataDir = scene.copyOf(stage.original);
    const keyring = keyringOf(dataDir);
    const box = await ownBox('la');
    const people = keyring.people.map((each) => (older && each.login === 'thu' ? { ...each, older } : each));
    plantKeyring(dataDir, { ...keyring, revision: keyring.revision + 1000, people: [...people, box] });
    const backend = scene.backend(dataDir);
    await backend.signIn('thu', TEST_PASSPHRASE);
    await backend.call('access.changePassphrase', { current: TEST_PASSPHRASE, next: 'mật khẩu mới hẳn' });
    await backend.call('access.rekey', {});
    expect(logins(dataDir)).toEqual(['thu', 'canbo']);
    await backend.close();
    await expect(scene.backend(dataDir).signIn('la', 'mật khẩu kẻ lạ')).rejects.toMatchObject(WRONG);
  });

  it('for the recovery sheet opens nothing, and the true one is back', async () => {
    const dataDir = scene.copyOf(stage.original);
    const keyring = keyringOf(dataDir);
    plantKeyring(dataDir, {
      ...keyring,
      revision: 99,
      recovery: {
        madeAt: '2024',
        number: 1,
        publicKey: keyring.people[0]?.publicKey ?? '',
        sealed: keyring.people[0]?.sealed ?? '',
      },
    });
    const backend = scene.backend(dataDir);
    await backend.signIn('thu', TEST_PASSPHRASE);
    expect((await backend.call('access.state', {})).recovery).toBeNull();
  });

  it('under another name does not open: each is bound to its login and folder', async () => {
    const dataDir = scene.copyOf(stage.original);
    const other = await scene.commune(0);
    const [thu, canbo] = keyringOf(dataDir).people as [KeyringPerson, KeyringPerson];
    plantKeyring(dataDir, { ...keyringOf(dataDir), people: [{ ...canbo, login: 'thu' }, thu] });
    await expect(scene.backend(dataDir).signIn('thu', TEST_PASSPHRASE)).rejects.toMatchObject(WRONG);
    plantKeyring(dataDir, { ...keyringOf(other), revision: 1000 });
    await expect(scene.backend(dataDir).signIn('thu', TEST_PASSPHRASE)).rejects.toMatchObject({
      code: 'BOOKS_MIXED',
    });
  });
});

describe('an earlier keyring put back', () => {
  it('lets a withdrawn person not in again, and is replaced by the book’s own', async () => {
    const dataDir = scene.copyOf(stage.original);
    const before = keyringOf(dataDir);
    const first = scene.backend(dataDir);
    await first.signIn('thu', TEST_PASSPHRASE);
    await first.call('access.dismiss', { login: 'canbo' });
    await first.close();
    plantKeyring(dataDir, before);
    const backend = scene.backend(dataDir);
    await expect(backend.signIn('canbo', TEST_PASSPHRASE)).rejects.toMatchObject(WRONG);
    expect(logins(dataDir)).toEqual(['thu']);
    await backend.signIn('thu', TEST_PASSPHRASE);
    const { store } = await backend.workspace();
    const told = store.log.rows([...store.log.index({ kinds: ['access'] })]).map(({ subject }) => subject);
    expect(told).toContain('{"deed":"strange-keyring","times":1}');
    expect(await backend.call('app.check', {})).toMatchObject({ ok: true });
  });

  it('does not bring a former passphrase back', async () => {
    const dataDir = scene.copyOf(stage.original);
    const before = keyringOf(dataDir);
    const first = scene.backend(dataDir);
    await first.signIn('canbo', TEST_PASSPHRASE);
    await first.call('access.changePassphrase', { current: TEST_PASSPHRASE, next: 'mật khẩu mới hẳn' });
    await first.close();
    plantKeyring(dataDir, before);
    const backend = scene.backend(dataDir);
    await expect(backend.signIn('canbo', TEST_PASSPHRASE)).rejects.toMatchObject(WRONG);
    await backend.signIn('canbo', 'mật khẩu mới hẳn');
  });

  it('does no harm where the program was cut off before the book kept the later one', async () => {
    const dataDir = scene.copyOf(stage.original);
    const database = scene.copyOf(dataDir);
    const first = scene.backend(dataDir);
    await first.signIn('canbo', TEST_PASSPHRASE);
    await first.call('access.changePassphrase', { current: TEST_PASSPHRASE, next: 'mật khẩu mới hẳn' });
    await first.close();
    // The later keyring beside the former book.
    plantKeyring(database, keyringOf(dataDir));
    const backend = scene.backend(database);
    await backend.signIn('canbo', 'mật khẩu mới hẳn');
    await backend.close();
    expect(keyringOf(database)).toEqual(keyringOf(dataDir));
  });
});

describe('costs and sizes of the keyring', () => {
  it.each([
    ['memory', { N: 2 ** 20, r: 32, p: 1 }],
    ['time', { N: 2 ** 18, r: 8, p: 16 }],
  ])('that would take the machine’s %s are refused before anything is derived', async (_what, costs) => {
    const dataDir = scene.copyOf(stage.original);
    const keyring = keyringOf(dataDir);
    const people = keyring.people.map((each) => ({ ...each, scrypt: { ...each.scrypt, ...costs } }));
    plantKeyring(dataDir, { ...keyring, people });
    const state = await scene.backend(dataDir).call('app.state', {});
    expect(state).toMatchObject({ phase: 'repair', fault: { code: 'KEYRING_DAMAGED' } });
  });

  it('lowered by somebody only make the right passphrase a wrong one, and nothing is written with them', async () => {
    const dataDir = scene.copyOf(stage.original);
    const sound = keyringOf(dataDir);
    const people = sound.people.map((each) => ({ ...each, scrypt: { ...each.scrypt, N: 4 } }));
    plantKeyring(dataDir, { ...sound, people });
    await expect(scene.backend(dataDir).signIn('thu', TEST_PASSPHRASE)).rejects.toMatchObject(WRONG);
    expect(keyringOf(dataDir).people).toEqual(people);
  });

  it('of many megabytes or a million people are not read', async () => {
    const dataDir = scene.copyOf(stage.original);
    const keyring = keyringOf(dataDir);
    for (const name of ['keyring.json', 'keyring.copy.json'])
      writeFileSync(join(dataDir, name), JSON.stringify({ ...keyring, people: Array(1_000_000).fill('x') }));
    const start = performance.now();
    const state = await scene.backend(dataDir).call('app.state', {});
    expect(state).toMatchObject({ phase: 'repair', fault: { code: 'KEYRING_DAMAGED' } });
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
