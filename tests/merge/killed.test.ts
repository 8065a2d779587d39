import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { frozenClock } from '#electron/application/app/clock.ts';
import { createBackend } from '#electron/application/backend.ts';
import { TEST_PASSPHRASE } from '../support/secrets.ts';
import { newOffice } from '../unit/application/support/office.ts';
import { AFTER, commune, NEW_UNIT, profileOf } from './support/communes.ts';

const root = resolve(import.meta.dirname, '../..');

it('a joining that is killed leaves nothing of it, and the book can be joined again', async () => {
  const sources = await Promise.all([0, 1].map((number) => commune(number)));
  const office = await newOffice('thu', AFTER, profileOf(NEW_UNIT));
  await office.add('petitions', { code: 'PA-1', receivedOn: '2025-07-02', subject: 'Có trước khi ghép' });
  for (const each of [...sources, office]) await each.backend.close();
  const program = join(import.meta.dirname, 'programs/join-and-stall.ts');
  const child = spawn(process.execPath, [program, office.folder, ...sources.map(({ folder }) => folder)], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  await Promise.race([
    once(child.stdout, 'data'),
    exited.then(([code]) => Promise.reject(new Error(`ended early: ${String(code)}`))),
  ]);
  expect(existsSync(join(office.folder, 'merging', '1', 'so-chat-luong.db'))).toBe(true);
  child.kill('SIGKILL');
  await exited;

  const again = createBackend({
    dataDir: office.folder,
    resourcesDir: join(root, 'resources'),
    version: '0.0.0',
    clock: frozenClock(AFTER),
  });
  await again.signIn('thu', TEST_PASSPHRASE);
  try {
    expect(existsSync(join(office.folder, 'merging'))).toBe(false);
    const { store } = await again.workspace();
    expect(store.stats().dossiers).toBe(0);
    expect(store.entries.whole('petitions').map(({ record }) => record.code)).toEqual(['PA-1']);
    expect(store.merges.list()).toEqual([]);
    expect(store.merges.reports()).toEqual([]);
    expect(await again.call('app.check', {})).toMatchObject({ ok: true });
    for (const { folder } of sources)
      await again.call('merge.open', {
        file: again.files.register(folder),
        by: { kind: 'passphrase', login: 'thu', passphrase: TEST_PASSPHRASE },
        task: 'open',
      });
    const { done } = await again.call('merge.join', {
      request: { units: [], choices: {} },
      decision: 'NQ',
      reason: null,
      task: 'join',
    });
    expect(done.number).toBe(1);
  } finally {
    await again.close();
  }
}, 120_000);
