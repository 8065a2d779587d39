import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import {
  isGenuine,
  keyByKeystore,
  keyByPassphrase,
  keyByRecovery,
  keyOfOpen,
  makeKeyring,
  previousKeys,
  withKeystore,
  withNewKey,
  withoutPerson,
  withPerson,
  withRecovery,
} from '#electron/application/access/keyring.ts';
import {
  KEYRING_FILE,
  readKeyring,
  setKeyringAside,
  writeKeyring,
} from '#electron/application/access/keyring-file.ts';
import { keyring as form, type Keyring } from '#electron/application/access/keyring-form.ts';
import { CHEAP } from '../support/secrets.ts';

const AN = { login: 'an', name: 'Nguyễn Văn An', passphrase: 'mật khẩu của An' };
const BINH = { login: 'binh', name: 'Trần Thị Bình', passphrase: 'mật khẩu của Bình' };
const RECOVERY = '34676-34674-34672-34670-34670-34670-34670';
const both = () => makeKeyring([AN, BINH], CHEAP);

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});
function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'scl-keyring-'));
  folders.push(folder);
  return folder;
}

describe('a keyring', () => {
  it('gives the one key to each of its people, and to nobody else', async () => {
    const { keyring, key } = await both();
    expect(form.parse(keyring)).toEqual(keyring);
    expect(await keyByPassphrase(keyring, 'an', AN.passphrase)).toEqual(key);
    expect(await keyByPassphrase(keyring, 'binh', BINH.passphrase.normalize('NFD'))).toEqual(key);
    for (const [login, passphrase] of [
      ['an', BINH.passphrase],
      ['an', ''],
      ['ai', AN.passphrase],
    ] as const)
      await expect(keyByPassphrase(keyring, login, passphrase)).rejects.toMatchObject({
        code: 'PASSPHRASE_WRONG',
      });
    expect(keyOfOpen(keyring)).toBeNull();
  });

  it('binds a way to its person and to its folder', async () => {
    const { keyring } = await both();
    const [an, binh] = keyring.people;
    if (!an || !binh) throw new Error('two people');
    // Somebody who may write the file puts their own way under another's name, or takes one from another folder.
    const moved: Keyring = { ...keyring, people: [{ ...binh, login: 'an', name: an.name }, binh] };
    await expect(keyByPassphrase(moved, 'an', BINH.passphrase)).rejects.toMatchObject({
      code: 'PASSPHRASE_WRONG',
    });
    const { keyring: other } = await both();
    await expect(
      keyByPassphrase({ ...other, people: keyring.people }, 'an', AN.passphrase),
    ).rejects.toMatchObject({ code: 'PASSPHRASE_WRONG' });
  });

  it('says nothing but logins and display names', async () => {
    const { keyring, key } = await both();
    const text = JSON.stringify(withRecovery(keyring, key, RECOVERY, '2026-11-20T00:00:00Z'));
    expect(text).toContain('Nguyễn Văn An');
    for (const secret of [
      AN.passphrase,
      RECOVERY,
      key.toString('hex'),
      key.toString('base64'),
      'head',
      'clerk',
    ])
      expect(text).not.toContain(secret);
  });

  it('changes a passphrase at once and takes the old one away', async () => {
    const { keyring, key } = await both();
    const changed = await withPerson(keyring, key, { ...AN, passphrase: 'mật khẩu khác' }, CHEAP);
    expect(await keyByPassphrase(changed, 'an', 'mật khẩu khác')).toEqual(key);
    expect(await keyByPassphrase(changed, 'binh', BINH.passphrase)).toEqual(key);
    await expect(keyByPassphrase(changed, 'an', AN.passphrase)).rejects.toMatchObject({
      code: 'PASSPHRASE_WRONG',
    });
    expect(changed.revision).toBe(keyring.revision + 1);
  });

  it('opens by the latest recovery sheet alone', async () => {
    const { keyring, key } = await both();
    expect(() => keyByRecovery(keyring, RECOVERY)).toThrow('RECOVERY_KEY_WRONG');
    const { makeRecoveryKey } = await import('#shared/access/recovery-key.ts');
    const { randomBytes } = await import('node:crypto');
    const [first, second] = [makeRecoveryKey(randomBytes), makeRecoveryKey(randomBytes)];
    const once = withRecovery(keyring, key, first, '2026-11-20T00:00:00Z');
    expect(keyByRecovery(once, first.toLowerCase().replaceAll('-', ' '))).toEqual(key);
    const twice = withRecovery(once, key, second, '2026-11-21T00:00:00Z');
    expect(keyByRecovery(twice, second)).toEqual(key);
    expect(() => keyByRecovery(twice, first)).toThrow('RECOVERY_KEY_WRONG');
    expect(twice.recovery?.number).toBe(2);
  });

  it('opens by the keystore only what that keystore gives back', async () => {
    const { keyring, key } = await both();
    let kept = '';
    const on = await withKeystore(keyring, key, 'an', async (secret) => {
      kept = secret;
      return 'protected';
    });
    expect(JSON.stringify(on)).not.toContain(kept);
    expect(keyByKeystore(on, 'an', Buffer.from(kept, 'base64'))).toEqual(key);
    expect(keyByKeystore(on, 'an', Buffer.alloc(32))).toBeNull();
    expect(keyByKeystore(on, 'binh', Buffer.from(kept, 'base64'))).toBeNull();
    // Whoever forgets a passphrase may have lost the machine too.
    expect((await withPerson(on, key, AN, CHEAP)).keystore).toEqual([]);
  });

  it('gets a new key without anybody typing anything; who was removed does not get it', async () => {
    const { keyring, key } = await both();
    const { keyring: next, key: fresh } = withNewKey(withoutPerson(keyring, key, 'binh'), key);
    expect(fresh.equals(key)).toBe(false);
    expect(await keyByPassphrase(next, 'an', AN.passphrase)).toEqual(fresh);
    await expect(keyByPassphrase(next, 'binh', BINH.passphrase)).rejects.toMatchObject({
      code: 'PASSPHRASE_WRONG',
    });
    expect(previousKeys(next, fresh)).toEqual([key]);
    const { keyring: third, key: newest } = withNewKey(next, fresh);
    expect(previousKeys(third, newest)).toEqual([fresh, key]);
  });

  it('does not give a new key to a box that somebody without the key put there', async () => {
    const { keyring, key } = await both();
    const stranger = await makeKeyring(
      [{ login: 'la', name: 'Người lạ', passphrase: 'không ai biết' }],
      CHEAP,
    );
    const forged: Keyring = { ...keyring, people: [...keyring.people, ...stranger.keyring.people] };
    expect(isGenuine(keyring, key)).toBe(true);
    expect(isGenuine(forged, key)).toBe(false);
    expect(() => withNewKey(forged, key)).toThrow('KEYRING_CHANGED');
  });
});

describe('the file of a keyring', () => {
  it('survives a broken file, by its copy', async () => {
    const folder = newFolder();
    const { keyring, key } = await both();
    writeKeyring(folder, keyring);
    writeFileSync(join(folder, KEYRING_FILE), '{"format": "so-chat-lu');
    expect(readKeyring(folder)).toEqual(keyring);
    const next = withoutPerson(keyring, key, 'binh');
    writeKeyring(folder, next);
    expect(readKeyring(folder)).toEqual(next);
    // The copy of a moment ago does not come back.
    writeFileSync(join(folder, 'keyring.copy.json'), JSON.stringify(keyring));
    expect(readKeyring(folder)?.people).toHaveLength(1);
  });

  it('is told when it is damaged, of a newer form, or not there', async () => {
    const folder = newFolder();
    expect(readKeyring(folder)).toBeNull();
    writeFileSync(join(folder, KEYRING_FILE), '');
    expect(() => readKeyring(folder)).toThrow('KEYRING_DAMAGED');
    writeFileSync(join(folder, KEYRING_FILE), '{"format":"so-chat-luong-keyring","version":2}');
    expect(() => readKeyring(folder)).toThrow('DATA_FROM_FUTURE');
  });

  it('is put aside, never removed, where another takes its place', async () => {
    const folder = newFolder();
    for (let round = 0; round < 2; round += 1) {
      writeKeyring(folder, (await both()).keyring);
      setKeyringAside(folder);
    }
    expect(readKeyring(folder)).toBeNull();
    expect(readdirSync(folder).sort()).toEqual([
      'keyring.copy.old-2.json',
      'keyring.copy.old.json',
      'keyring.old-2.json',
      'keyring.old.json',
    ]);
    expect(readFileSync(join(folder, 'keyring.old.json'), 'utf8')).toContain('so-chat-luong-keyring');
  });
});
