import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { keyPem, makeKey, pem, type TestKey } from '../report/support/keys.ts';
import { makeP12 } from '../report/support/tools.ts';
import { initialised, newFolder, runFault, runJson, samples } from './support/run-cli.ts';

describe('hand-over', () => {
  const PASS = 'mật khẩu';
  let folder: string;
  let data: string;
  let old: TestKey;
  let next: TestKey;
  const at = (day: string) => ({ SCL_TODAY: day, SCL_KEY_PASSPHRASE: PASS });

  beforeAll(async () => {
    [old, next] = [await makeKey({ name: 'Người cũ' }), await makeKey({ name: 'Người mới' })];
    folder = newFolder();
    for (const [name, key] of Object.entries({ old, next })) {
      writeFileSync(join(folder, `${name}.pem`), pem(key.certificate));
      writeFileSync(join(folder, `${name}.p12`), makeP12(pem(key.certificate), keyPem(key.key), PASS));
    }
    data = await initialised();
    await runJson(['import', '--data', data, join(samples, 'phuoc-an-2024-q1.xlsx')]);
  });
  const note = () => join(folder, 'ban-giao.scl-handover');
  const command = (...change: string[]) =>
    [
      'hand-over',
      '--data',
      data,
      '--key',
      join(folder, 'old.p12'),
      '--successor',
      join(folder, 'next.pem'),
      '--last-day',
      '2024-06-30',
      '--first-day',
      '2024-07-01',
      '--reason',
      'Chuyển công tác',
      '--out',
      note(),
      ...change,
    ] as const;

  it('refuses days that are over and a successor that is none', async () => {
    expect(await runFault(command(), at('2024-07-02'))).toMatchObject({
      exit: 64,
      code: 'RECORD_INVALID',
      fieldErrors: { lastDay: 'past', firstDay: 'past' },
    });
    const same = command().map((each) => (each.endsWith('next.pem') ? join(folder, 'old.pem') : each));
    expect(await runFault(same, at('2024-06-20'))).toMatchObject({ fieldErrors: { successor: 'same' } });
    const none = command().map((each) => (each.endsWith('next.pem') ? join(folder, 'old.p12') : each));
    expect(await runFault(none, at('2024-06-20'))).toMatchObject({ exit: 66, code: 'INPUT_UNREADABLE' });
    expect(await runFault(command().slice(0, -2), at('2024-06-20'))).toMatchObject({ exit: 64 });
  }, 120_000);

  it('makes a note by which the receiver trusts the successor, and no longer the leaving key', async () => {
    const { exit, json } = await runJson(command(), at('2024-06-20'));
    expect(exit).toBe(0);
    expect(json).toMatchObject({
      unitCode: '26503',
      retiring: { subject: 'Người cũ', fingerprint: old.sha256 },
      successor: { subject: 'Người mới', fingerprint: next.sha256 },
    });
    const trust = join(folder, 'trust');
    mkdirSync(trust);
    cpSync(join(folder, 'old.pem'), join(trust, 'old.pem'));
    writeFileSync(
      join(trust, 'enrolments.json'),
      JSON.stringify([{ certificate: 'old.pem', unitCode: '26503', from: '2024-01-01' }]),
    );
    const verdict = async (name: string, day: string) => {
      const out = join(folder, `${name}-${day}.pdf`);
      const key = join(folder, `${name}.p12`);
      const args = ['report', '--data', data, '--period', '2024-Q1', '--out', out, '--key', key] as const;
      const last = reports.at(-1);
      const amends = last === undefined ? [] : ['--amends', last];
      await runJson([...args, '--reason', 'Đã xem.', ...amends], at(day));
      reports.push(out);
      const checked = await runJson(['verify', out, '--trust', trust], { SCL_TODAY: '2024-09-20' });
      if (Array.isArray(checked.json)) throw new Error('one file, one answer');
      return [checked.json.verdict, checked.json.reasons.map(({ code }) => code)];
    };
    const reports: string[] = [];
    expect(await verdict('next', '2024-07-01')).toEqual(['unknown', ['SIGNER_NOT_ENROLLED']]);
    cpSync(note(), join(trust, 'ban-giao.scl-handover'));
    expect(await verdict('next', '2024-07-02')).toEqual(['valid', []]);
    expect(await verdict('old', '2024-07-03')).toEqual(['invalid', ['SIGNER_RETIRED']]);
    // An altered note introduces nobody, and the check says that it is there.
    const altered = readFileSync(note(), 'utf8').replace('2024-07-01', '2024-07-02');
    writeFileSync(join(trust, 'ban-giao.scl-handover'), altered);
    expect(await verdict('next', '2024-07-04')).toEqual([
      'unknown',
      ['SIGNER_NOT_ENROLLED', 'HAND_OVER_IGNORED'],
    ]);
  }, 180_000);
});
