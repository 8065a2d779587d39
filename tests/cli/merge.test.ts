import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { initialised, newFolder, runCli, runFault, runJson, samples } from './support/run-cli.ts';

/** A data folder of a unit with another code and name. */
async function unit(code: string, name: string, passphrase: string): Promise<string> {
  const folder = newFolder();
  const profile = JSON.parse(readFileSync(join(samples, 'profile.json'), 'utf8')) as { unit: object };
  const path = join(folder, 'profile.json');
  writeFileSync(path, JSON.stringify({ ...profile, unit: { ...profile.unit, code, name } }));
  const data = join(folder, 'data');
  const { exit, stderr } = await runCli(['init', '--data', data, '--profile', path], {
    SCL_PASSPHRASE: passphrase,
  });
  if (exit !== 0) throw new Error(stderr);
  return data;
}

it('joins two former units on the command line', { timeout: 240_000 }, async () => {
  const one = 'mật khẩu của xã một';
  const two = 'mật khẩu của xã hai';
  const [first, second, target] = await Promise.all([
    unit('26470', 'UBND xã Phước Thiền', one),
    unit('26485', 'UBND xã Phú Hội', two),
    initialised(),
  ]);
  const list = join(samples, 'phuoc-an-2024-q1.xlsx');
  await runCli(['import', '--data', first, list], { SCL_PASSPHRASE: one });
  await runCli(['import', '--data', second, list], { SCL_PASSPHRASE: two });
  const figures = async (data: string, passphrase: Record<string, string>) =>
    (await runJson(['evaluate', '--data', data, '--period', '2024-Q1'], passphrase)).json.objectives;
  const before = await figures(first, { SCL_PASSPHRASE: one });

  const args = ['merge', '--data', target, '--decision', 'NQ 1662', first, second] as const;
  const env = { SCL_SOURCE_PASSPHRASE_1: one, SCL_SOURCE_PASSPHRASE_2: two };
  expect(await runFault(args, { SCL_SOURCE_PASSPHRASE: one })).toMatchObject({
    exit: 77,
    code: 'PASSPHRASE_WRONG',
  });
  // The same list in both: every dossier is one, until somebody says otherwise of one of them.
  const tried = await runJson([...args, '--dry-run'], env);
  expect(tried).toMatchObject({ exit: 0, json: { number: null, copy: null } });
  expect(tried.json.balance.ledgers[0]).toMatchObject({ sources: [520, 520], same: 520, after: 520 });
  const clash = tried.json.clashes[0]?.id ?? '';
  const map = join(newFolder(), 'map.json');
  writeFileSync(
    map,
    JSON.stringify({
      units: [{ to: '2025-06-30' }, { label: 'PH', to: '2025-06-30' }],
      choices: { [clash]: { way: 'both' } },
    }),
  );
  const out = join(newFolder(), 'can-doi.xlsx');
  const done = await runJson([...args, '--map', map, '--out', out], env);
  expect(done).toMatchObject({ exit: 0, json: { number: 1, units: [{ code: '26470' }, { code: '26485' }] } });
  expect(done.json.balance.ledgers[0]).toMatchObject({ sources: [520, 520], same: 519, after: 521 });
  expect(existsSync(out)).toBe(true);
  const after = await figures(target, {});
  const counted = (objectives: typeof before) => objectives.map(({ denominator }) => denominator ?? 0);
  expect(counted(after).every((n, at) => n - (counted(before)[at] ?? 0) <= 1)).toBe(true);
  expect((await runJson(['check', '--data', target])).json).toMatchObject({ ok: true });
});
