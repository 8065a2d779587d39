import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { initialised, newFolder, runCli, runFault, runJson, samples } from './support/run-cli.ts';

// Each step is a program of its own.
describe('backup and restore', { timeout: 120_000 }, () => {
  let data: string;
  let copy: string;
  beforeAll(async () => {
    data = await initialised();
    await runCli(['import', '--data', data, join(samples, 'phuoc-an-2024-q1.xlsx')]);
    copy = join(newFolder(), 'xa.scl-backup');
    const { exit, json } = await runJson(['backup', '--data', data, '--out', copy]);
    expect(exit).toBe(0);
    expect(json).toMatchObject({ copy: { file: 'xa.scl-backup', counts: { dossiers: 520 } }, drill: null });
  }, 120_000);

  it('restores into a new folder, with the same figures', async () => {
    const target = join(newFolder(), 'moi');
    const { exit, json } = await runJson(['restore', '--from', copy, '--data', target]);
    expect(exit).toBe(0);
    expect(json).toMatchObject({ counts: { dossiers: 520 }, replaced: null, lastReport: null });
    const figures = (folder: string) => runJson(['evaluate', '--data', folder, '--period', '2024-Q1']);
    expect((await figures(target)).json).toEqual((await figures(data)).json);
    expect((await runJson(['check', '--data', target])).json).toMatchObject({ ok: true, problems: [] });
  });

  it('keeps what was there, and lets nobody replace what they cannot open', async () => {
    const target = await initialised({ SCL_PASSPHRASE: 'một mật khẩu khác' });
    const args = ['restore', '--from', copy, '--data', target];
    expect(await runFault(args)).toMatchObject({ exit: 77, code: 'PASSPHRASE_WRONG' });
    const other = await initialised();
    const { json } = await runJson(['restore', '--from', copy, '--data', other]);
    expect(existsSync(join(json.replaced ?? '', 'so-chat-luong.db'))).toBe(true);
  });

  it('tries a restore, and says what is wrong with a copy that cannot be restored', async () => {
    expect(await runFault(['backup', '--data', data, '--drill'])).toMatchObject({
      exit: 66,
      code: 'BACKUP_MISSING',
    });
    const made = await runJson(['backup', '--data', data]);
    const drilled = await runJson(['backup', '--data', data, '--drill']);
    expect(drilled).toMatchObject({ exit: 0, json: { copy: null, drill: { ok: true, report: null } } });
    const path = join(data, 'backups', made.json.copy?.file ?? '');
    const bytes = readFileSync(path);
    bytes[bytes.length - 10_000] = (bytes[bytes.length - 10_000] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    const bad = await runJson(['backup', '--data', data, '--drill']);
    expect(bad).toMatchObject({
      exit: 1,
      json: { drill: { ok: false, problems: ['BACKUP_DAMAGED reason=hash'] } },
    });
  });

  it('refuses what is no copy, and a passphrase that is wrong', async () => {
    const target = join(newFolder(), 'moi');
    const list = join(samples, 'phuoc-an-2024-q1.xlsx');
    expect(await runFault(['restore', '--from', list, '--data', target])).toMatchObject({
      exit: 1,
      code: 'BACKUP_DAMAGED',
    });
    const wrong = { SCL_PASSPHRASE: 'sai hẳn rồi' };
    expect(await runFault(['restore', '--from', copy, '--data', target], wrong)).toMatchObject({ exit: 77 });
    expect(existsSync(join(target, 'so-chat-luong.db'))).toBe(false);
  });
});
