import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Backend } from '#electron/application/backend.ts';
import { TEST_PASSPHRASE } from '../support/secrets.ts';
import { setStage } from './support/commune.ts';

// Code that runs in the page while somebody is signed in: it can make every call of the contract, with any input.

const stage = setStage();
const { scene } = stage;
let backend: Backend;

async function signedIn(login: string): Promise<Backend> {
  backend = scene.backend(scene.copyOf(stage.original));
  await backend.signIn(login, TEST_PASSPHRASE);
  return backend;
}

describe('a hostile page', () => {
  it('guesses the passphrase of who is signed in no faster than at the door, and the log tells of it later', async () => {
    await signedIn('canbo');
    const guess = () =>
      backend.call('access.changePassphrase', { current: 'đoán mò thôi', next: 'của kẻ lạ' });
    for (let time = 0; time < 3; time += 1)
      await expect(guess()).rejects.toMatchObject({ code: 'PASSPHRASE_WRONG' });
    await expect(guess()).rejects.toMatchObject({ code: 'SIGN_IN_SLOWED' });
    // The right one does not help now either: no oracle.
    await expect(
      backend.call('access.changePassphrase', { current: TEST_PASSPHRASE, next: 'của kẻ lạ' }),
    ).rejects.toMatchObject({ code: 'SIGN_IN_SLOWED' });
  });

  it('guesses that of another person no faster either, and who is there stays there', async () => {
    await signedIn('canbo');
    const guess = () => backend.call('app.signIn', { login: 'thu', passphrase: 'đoán mò thôi' });
    for (let time = 0; time < 3; time += 1)
      await expect(guess()).rejects.toMatchObject({ code: 'PASSPHRASE_WRONG' });
    await expect(guess()).rejects.toMatchObject({ code: 'SIGN_IN_SLOWED' });
    expect(await backend.call('app.state', {})).toMatchObject({ phase: 'ready', user: { login: 'canbo' } });
  });

  it('closes nobody’s book by trying the recovery sheet while it is open', async () => {
    await signedIn('canbo');
    const recoveryKey = 'AAAAA-AAAAA-AAAAA-AAAAA-AAAAA-AAAAA-AAAAA';
    await expect(
      backend.callUnparsed('app.recover', { login: 'thu', recoveryKey, passphrase: 'của kẻ lạ' }),
    ).rejects.toMatchObject({ code: 'DATA_FOLDER_MISSING' });
    expect(await backend.call('app.state', {})).toMatchObject({ phase: 'ready', user: { login: 'canbo' } });
  });

  it('writes and reads no file by a path or a token that it made up', async () => {
    await signedIn('thu');
    for (const target of ['/tmp/ra-ngoai.pdf', '../ra-ngoai.pdf', randomUUID()])
      for (const [channel, input] of [
        ['access.saveRecovery', { target }],
        ['backups.choose', { folder: target }],
        ['restore.open', { file: target }],
        ['trust.add', { file: target, unitCode: null, from: null, to: null }],
      ] as const)
        await expect(backend.callUnparsed(channel, input), `${channel} ${target}`).rejects.toMatchObject({
          code: expect.stringMatching(/^(INPUT_MISSING|RECORD_INVALID)$/),
        });
  });

  it('acts in no other name, and not as another role', async () => {
    await signedIn('canbo');
    await expect(backend.callUnparsed('access.dismiss', { login: 'thu' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(backend.call('access.rekey', {})).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(
      backend.callUnparsed('ledgers.save', {
        ledger: 'petitions',
        id: null,
        version: null,
        record: { code: 'PA-9', subject: 'x', receivedOn: '2024-01-05' },
        reason: null,
        user: 'thu',
      }),
    ).rejects.toMatchObject({ code: 'RECORD_INVALID' });
  });

  it('gets nothing after the person has signed out', async () => {
    await signedIn('thu');
    await backend.call('app.signOut', {});
    for (const channel of ['access.state', 'app.check', 'tokens.drivers'])
      await expect(backend.callUnparsed(channel, {}), channel).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
