import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { initialised, newFolder, runCli, runFault, runJson, samples } from '../cli/support/run-cli.ts';
import { keyPem, makeKey, pem } from '../report/support/keys.ts';
import { makeP12 } from '../report/support/tools.ts';
import { DUE, PERIOD, signed } from './support/communes.ts';

const PASS = 'mật khẩu khóa';
const env = { SCL_TODAY: '2025-10-01', SCL_KEY_PASSPHRASE: PASS };

describe('consolidate on the command line', () => {
  it('gathers a folder, writes the workbook and says what is wrong by its exit code', async () => {
    const folder = newFolder();
    const [trust, inbox, out] = [join(folder, 'trust'), join(folder, 'inbox'), join(folder, 'bang.xlsx')];
    for (const path of [trust, inbox]) mkdirSync(path);
    const key = await makeKey({ name: 'Khóa thử' });
    writeFileSync(join(trust, 'a.pem'), pem(key.certificate));
    writeFileSync(
      join(trust, 'enrolments.json'),
      JSON.stringify([{ certificate: 'a.pem', unitCode: '26503' }]),
    );
    const units = join(folder, 'units.csv');
    writeFileSync(
      units,
      'Mã đơn vị,Tên đơn vị\n26503,Ủy ban nhân dân xã Phước An\n26500,Ủy ban nhân dân xã Khác\n',
    );
    const commune = { code: '26503', name: 'Ủy ban nhân dân xã Phước An' };
    const file = await signed(commune, key);
    writeFileSync(join(inbox, 'a.pdf'), file);
    const args = ['consolidate', inbox, '--trust', trust, '--units', units, '--period', PERIOD, '--due', DUE];
    const good = await runJson(['consolidate', ...args.slice(1), '--out', out], env);
    expect(good.exit).toBe(0);
    expect(good.json.counts).toEqual({ expected: 2, received: 1, missing: 1, bad: 0, undecided: 0 });
    expect(good.json.pages).toBe('none');
    expect(execFileSync('unzip', ['-l', out], { encoding: 'utf8' })).toContain('sheet4.xml');

    const [p12, pdf] = [join(folder, 'k.p12'), join(folder, 'tong-hop.pdf')];
    writeFileSync(p12, makeP12(pem(key.certificate), keyPem(key.key), PASS));
    const signing = ['--pdf', pdf, '--key', p12, '--profile', join(samples, 'profile.json')];
    const made = await runJson(['consolidate', ...args.slice(1), '--out', out, ...signing], env);
    expect(made.json.pdf?.file).toBe(pdf);
    const verified = await runJson(['verify', pdf, '--trust', join(trust, 'a.pem')], env);
    expect(verified.exit).toBe(0);
    expect(verified.json).toMatchObject({
      verdict: 'valid',
      report: { format: 'so-chat-luong/consolidated' },
    });

    writeFileSync(join(inbox, 'b.pdf'), await signed(commune, await makeKey({ name: 'Lạ' })));
    expect((await runJson(['consolidate', ...args.slice(1), '--out', out], env)).exit).toBe(2);
    writeFileSync(join(inbox, 'c.pdf'), file.subarray(0, -300));
    const bad = await runCli([...args, '--out', out], env);
    expect(bad.exit).toBe(1);
    expect(bad.stdout).toContain('26503');
    expect(bad.stdout).toContain('chưa nhận');
    expect(bad.stdout).toContain('TRUNCATED');

    writeFileSync(units, 'Tên,Ghi chú\nx,y\n');
    expect(await runFault([...args, '--out', out], env)).toMatchObject({
      code: 'HEADER_NOT_FOUND',
      exit: 66,
    });
    expect(await runFault([...args, '--out', out, '--pages', 'some'], env)).toMatchObject({ exit: 66 });
  });
});

describe('receipt on the command line', () => {
  it('is issued by the receiver, taken in by the unit, and looked up by its code', async () => {
    const folder = newFolder();
    const key = await makeKey({ name: 'Chủ tịch' });
    const [p12, certificate, pdf] = [join(folder, 'k.p12'), join(folder, 'k.pem'), join(folder, 'r.pdf')];
    writeFileSync(certificate, pem(key.certificate));
    writeFileSync(p12, makeP12(pem(key.certificate), keyPem(key.key), PASS));
    const commune = await initialised();
    const imported = ['import', '--data', commune, join(samples, 'phuoc-an-2024-q1.xlsx')];
    expect((await runCli(imported, { SCL_TODAY: '2024-03-15' })).exit).toBe(0);
    const made = await runCli(
      ['report', '--data', commune, '--period', '2024-Q1', '--out', pdf, '--key', p12, '--reason', 'lý do'],
      { SCL_TODAY: '2024-03-15', SCL_KEY_PASSPHRASE: PASS },
    );
    expect(made.stderr).toBe('');
    const profile = join(folder, 'district.json');
    writeFileSync(
      profile,
      JSON.stringify({
        unit: {
          code: '742',
          name: 'Ủy ban nhân dân huyện Nhơn Trạch',
          kind: 'huyen',
          place: 'Nhơn Trạch',
          superior: null,
        },
        receiver: { to: 'Ủy ban nhân dân tỉnh Đồng Nai', through: null },
        periodScheme: 'nd09',
        targetSet: 'nhon-trach-2024',
        signatory: { authority: 'TL. CHỦ TỊCH', title: 'TRƯỞNG PHÒNG', name: 'Trần Văn Thử' },
        users: [{ login: 'nhan', name: 'Nguyễn Văn Nhận', role: 'receiver' }],
      }),
    );
    const district = join(folder, 'district');
    expect((await runCli(['init', '--data', district, '--profile', profile])).exit).toBe(0);
    const out = join(folder, 'a.scl-receipt');
    const issue = ['receipt', pdf, '--data', district, '--out', out, '--key', p12];
    const later = { SCL_TODAY: '2024-03-18', SCL_KEY_PASSPHRASE: PASS };
    // Nobody is enrolled in this folder, so the report cannot be accepted; it can be returned.
    expect((await runFault([...issue, '--verdict', 'accepted'], later)).params.code).toBe('not-valid');
    const issued = await runJson(
      ['receipt', ...issue.slice(1), '--verdict', 'returned', '--reason', 'Thiếu số văn bản'],
      later,
    );
    expect(issued.json).toMatchObject({ did: 'issued', receipt: { verdict: 'returned' } });
    const taken = await runJson(['receipt', out, '--data', commune], later);
    expect(taken.exit).toBe(2);
    expect(taken.json).toMatchObject({ did: 'taken', receipt: { trusted: false, verdict: 'returned' } });
    const code = issued.json.receipt?.code ?? '';
    const looked = await runJson(
      ['receipt', `${code.slice(0, 4)}-${code.slice(4)}`, '--data', commune],
      later,
    );
    expect(looked).toMatchObject({ exit: 0, json: { match: { verdict: 'returned', period: '2024-Q1' } } });
  });
});
