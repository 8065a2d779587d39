import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { copyOf, initialised, newFolder, runCli, runFault, runJson, samples } from './support/run-cli.ts';

const PASS = 'mật khẩu khóa';

/** A .p12 with a P-256 key made by openssl, and its certificate. */
function makeKey(name: string): { p12: string; pem: string } {
  const folder = newFolder();
  const [key, pem, p12] = [join(folder, 'key.pem'), join(folder, 'cert.pem'), join(folder, 'key.p12')];
  const openssl = (...args: string[]) => execFileSync('openssl', args, { stdio: 'pipe' });
  openssl(
    'req',
    '-x509',
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:P-256',
    '-nodes',
    '-keyout',
    key,
    '-out',
    pem,
    '-days',
    '3650',
    '-utf8',
    '-subj',
    `/CN=${name}`,
    '-addext',
    'keyUsage=digitalSignature,nonRepudiation',
    '-addext',
    'basicConstraints=CA:FALSE',
  );
  openssl('pkcs12', '-export', '-inkey', key, '-in', pem, '-out', p12, '-passout', `pass:${PASS}`);
  return { p12, pem };
}

describe('report and verify', () => {
  // Keys made by openssl are valid from now on; a given day stands still at its noon, so the report is made tomorrow.
  const today = new Date(Date.now() + 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
  const env = { SCL_TODAY: today, SCL_KEY_PASSPHRASE: PASS };
  let data: string;
  let key: { p12: string; pem: string };
  let pdf: string;
  let made: Awaited<ReturnType<typeof runJson<'report'>>>;

  beforeAll(async () => {
    key = makeKey('Ủy ban nhân dân xã Phước An');
    data = await initialised();
    await runJson(['import', '--data', data, join(samples, 'phuoc-an-2024-q1.xlsx')]);
    pdf = join(newFolder(), 'bao-cao.pdf');
    made = await runJson(
      [
        'report',
        '--data',
        data,
        '--period',
        '2024-Q1',
        '--out',
        pdf,
        '--key',
        key.p12,
        '--number',
        '05/BC-UBND',
        '--reason',
        'Đã rà soát.',
      ],
      env,
    );
  });

  const verify = (...args: string[]) => runJson(['verify', ...args], { SCL_TODAY: today });

  it('writes the signed file and says what it is', () => {
    expect(made.exit).toBe(0);
    expect(made.json).toMatchObject({
      file: pdf,
      period: '2024-Q1',
      revision: 1,
      from: '2023-12-15',
      to: '2024-03-14',
    });
    expect(readFileSync(pdf).length).toBe(made.json.size);
  });

  it('is valid with the certificate, cannot be told without it, and holds the figures', async () => {
    const { exit, json } = await verify(pdf, '--trust', key.pem);
    if (Array.isArray(json)) throw new Error('one file, one answer');
    expect([exit, json.verdict]).toEqual([0, 'valid']);
    expect(json.signer?.subject).toContain('Phước An');
    const report = json.report as { objectives: { id: string; numerator: number; denominator: number }[] };
    expect(report.objectives.find(({ id }) => id === '2.3')).toMatchObject({
      numerator: 146,
      denominator: 439,
    });
    expect(JSON.stringify(report)).not.toMatch(/\b0\d{11}\b/);
    const alone = await verify(pdf);
    expect([alone.exit, Array.isArray(alone.json) ? null : alone.json.verdict]).toEqual([2, 'unknown']);
    const other = await verify(pdf, '--trust', makeKey('Xã khác').pem);
    expect(other.exit).toBe(2);
  });

  it('is invalid when a byte is changed, and an invalid file outweighs the others', async () => {
    const bytes = readFileSync(pdf);
    bytes[5000] = (bytes[5000] ?? 0) ^ 1;
    const altered = join(newFolder(), 'altered.pdf');
    writeFileSync(altered, bytes);
    expect((await verify(altered, '--trust', key.pem)).exit).toBe(1);
    const { exit, json } = await verify(pdf, altered, pdf);
    expect(exit).toBe(1);
    expect(Array.isArray(json) && json.map(({ file, verdict }) => [file, verdict])).toEqual([
      [pdf, 'unknown'],
      [altered, 'invalid'],
      [pdf, 'unknown'],
    ]);
    const { stdout } = await runCli(['verify', altered], { SCL_TODAY: today });
    expect(stdout).toContain('không hợp lệ');
  });

  it('amends the last report of a period, and no other file', async () => {
    const folder = copyOf(data);
    const out = join(newFolder(), 'second.pdf');
    const args = [
      'report',
      '--data',
      folder,
      '--period',
      '2024-Q1',
      '--out',
      out,
      '--key',
      key.p12,
      '--reason',
      'Sửa.',
    ] as const;
    expect(await runFault([...args, '--amends', key.pem], env)).toMatchObject({ exit: 64, code: 'USAGE' });
    const { json } = await runJson([...args, '--amends', pdf], env);
    expect(json.revision).toBe(2);
    const amended = await verify(out, '--trust', key.pem);
    expect(amended).toMatchObject({ exit: 0, json: { report: { report: { reason: 'Sửa.' } } } });
  });

  it('closes the period: rows that would change it are bad without a reason', async () => {
    const folder = copyOf(data);
    const late = join(newFolder(), 'muon.csv');
    writeFileSync(
      late,
      'Mã hồ sơ;Mã TTHC;Lĩnh vực;Ngày tiếp nhận;Trạng thái\nMUON-1;1.001193;Hộ tịch;05/02/2024;Đang xử lý\n',
    );
    const bad = await runJson(['import', '--data', folder, late], env);
    expect(bad.json).toMatchObject({ read: 1, added: 0, bad: 1 });
    expect(bad.json.badRows[0]?.code).toBe('PERIOD_CLOSED');
    const long = await runFault(['import', '--data', folder, late, '--reason', 'x'.repeat(501)], env);
    expect(long).toMatchObject({ exit: 64, code: 'RECORD_INVALID' });
    const taken = await runJson(['import', '--data', folder, late, '--reason', 'Nhập sót.'], env);
    expect(taken.json).toMatchObject({ added: 1, bad: 0 });
    const id = String(taken.json.importId);
    expect(await runFault(['undo-import', '--data', folder, id], env)).toMatchObject({
      exit: 1,
      code: 'PERIOD_CLOSED',
    });
    expect((await runCli(['undo-import', '--data', folder, id, '--reason', 'Nhầm.'], env)).exit).toBe(0);
  });

  it('is held back by unanswered warnings, which are listed; nothing is written', async () => {
    const out = join(newFolder(), 'held.pdf');
    const fault = await runFault(
      ['report', '--data', copyOf(data), '--period', '2024-Q2', '--out', out, '--key', key.p12],
      env,
    );
    expect(fault).toMatchObject({ exit: 1, code: 'REPORT_HELD_BACK' });
    expect(fault.checks?.length).toBeGreaterThan(0);
    expect(existsSync(out)).toBe(false);
    const args = ['report', '--data', copyOf(data), '--period', '2024-Q2', '--out', out, '--key', key.p12];
    const { stderr } = await runCli(args, env);
    expect(stderr).toMatch(/\(--reason\): Còn \d+ hồ sơ đang giải quyết đã quá hạn\. \[OVERDUE_PENDING\]/);
  });

  it('leaves the draft as it was when it fails, and takes the reason that is given', async () => {
    const folder = copyOf(data);
    const out = join(newFolder(), 'second.pdf');
    const report = (reason: string, ...more: string[]) =>
      [
        'report',
        '--data',
        folder,
        '--period',
        '2024-Q2',
        '--out',
        out,
        '--key',
        key.p12,
        ...(reason === '' ? [] : ['--reason', reason]),
        ...more,
      ] as const;
    const wrongKey = { ...env, SCL_KEY_PASSPHRASE: 'sai' };
    expect((await runFault(report('Một.', '--number', '9/BC'), wrongKey)).exit).toBe(77);
    expect(await runFault(report(''), env)).toMatchObject({ exit: 1, code: 'REPORT_HELD_BACK' });
    const long = await runFault(report('Một.', '--number', 'x'.repeat(500)), env);
    expect(long).toMatchObject({
      exit: 64,
      code: 'RECORD_INVALID',
      fieldErrors: { 'text.number': 'too_big' },
    });
    expect((await runFault(report('x'.repeat(501)), env)).exit).toBe(64);
    expect((await runCli(report('Hai.'), env)).exit).toBe(0);
    const first = join(newFolder(), 'first.pdf');
    copyFileSync(out, first);
    expect(await runFault(report('Ba.'), env)).toMatchObject({ exit: 1, code: 'ALREADY_SIGNED' });
    expect((await runCli(report('Ba.', '--amends', first), env)).exit).toBe(0);
    const { json } = await verify(out, '--trust', key.pem);
    expect(json).toMatchObject({ verdict: 'valid', report: { document: { number: null, date: null } } });
    expect(JSON.stringify(json)).toContain('"reason":"Ba."');
    expect(JSON.stringify(json)).not.toMatch(/"reason":"(Một|Hai)/);
  });

  it('refuses a wrong key passphrase, a key that is none, a place that cannot be written, free dates', async () => {
    const folder = copyOf(data);
    const out = join(newFolder(), 'x.pdf');
    const report = (change: Readonly<Record<string, string>>, passphrase = PASS) => {
      const options = {
        data: folder,
        period: '2024-Q2',
        out,
        key: key.p12,
        reason: 'Đã rà soát.',
        ...change,
      };
      const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
      return runFault(['report', ...args], { ...env, SCL_KEY_PASSPHRASE: passphrase });
    };
    expect(await report({}, 'sai')).toMatchObject({ exit: 77, code: 'KEY_PASSPHRASE_WRONG' });
    expect(await report({ key: key.pem })).toMatchObject({ exit: 66, code: 'KEY_UNREADABLE' });
    expect(await report({ key: '/nowhere.p12' })).toMatchObject({ exit: 66, code: 'INPUT_MISSING' });
    expect(await report({ out: '/nowhere/x.pdf' })).toMatchObject({ exit: 66, code: 'OUTPUT_UNWRITABLE' });
    expect((await report({ period: '2024-Q5' })).exit).toBe(64);
    expect(existsSync(out)).toBe(false);
  });

  it('misses a file and a trust that are not there with 66', async () => {
    expect(await runFault(['verify', '/nowhere.pdf'])).toMatchObject({ exit: 66, code: 'INPUT_MISSING' });
    expect(await runFault(['verify', pdf, '--trust', '/nowhere'])).toMatchObject({ exit: 66 });
    expect(await runFault(['verify', pdf, '--trust', pdf])).toMatchObject({
      exit: 66,
      code: 'INPUT_UNREADABLE',
    });
  });
});

describe('demo', () => {
  it('does the whole job and leaves its files', async () => {
    const folder = join(newFolder(), 'demo');
    const { exit, json } = await runJson(['demo', '--out', folder]);
    expect(exit).toBe(0);
    expect(json.verdicts).toEqual({ trusted: 'valid', alone: 'unknown', altered: 'invalid' });
    const online = json.evaluations.map(({ objectives }) => objectives.find(({ id }) => id === '2.3'));
    expect(online.map((each) => [each?.numerator, each?.denominator])).toEqual([
      [146, 439],
      [178, 468],
      [324, 907],
    ]);
    for (const file of [json.plan, json.report, json.certificate]) expect(existsSync(file)).toBe(true);
    expect((await runFault(['demo', '--out', folder])).code).toBe('DATA_FOLDER_NOT_EMPTY');
  });
});
