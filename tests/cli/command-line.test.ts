import { cpSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { runCommandLine } from '#electron/cli/run.ts';
import { openStore } from '#electron/persistence/open-store.ts';
import { answers } from '#shared/cli/answers.ts';
import { folderKey, TEST_PASSPHRASE } from '../support/secrets.ts';
import {
  type Answer,
  copyOf,
  initialised,
  newFolder,
  root,
  runCli,
  runFault,
  runJson,
  runProgram,
  samples,
} from './support/run-cli.ts';

interface Expected {
  readonly objectives: Readonly<
    Record<string, Readonly<Record<'numerator' | 'denominator' | 'missingData', number | null>>>
  >;
  readonly flow: Readonly<Record<'received' | 'resolved' | 'pending', Readonly<Record<string, number>>>>;
}
const expected = JSON.parse(readFileSync(join(samples, 'expected.json'), 'utf8'));
const q1 = join(samples, 'phuoc-an-2024-q1.xlsx');
const q2 = join(samples, 'phuoc-an-2024-q2.csv');
const bad = join(samples, 'phuoc-an-dong-loi.xlsx');

/** The figures of an answer in the form of expected.json. */
function figures(json: Answer<'evaluate'>): Expected {
  const objectives = Object.fromEntries(
    json.objectives
      .filter(({ id }) => ['2.1', '2.3', '7.1', '7.2'].includes(id))
      .map(({ id, numerator, denominator, missingData }) => [id, { numerator, denominator, missingData }]),
  );
  const total = json.flow.at(-1);
  if (total?.field !== null) throw new Error('the last row is the total');
  const { field: _, ...flow } = total;
  return { objectives, flow };
}

describe('the sample lists', () => {
  let data: string;
  let firstQuarter: string;
  let firstImport: { exit: number | null; json: Answer<'import'> };

  beforeAll(async () => {
    data = await initialised();
    firstImport = await runJson(['import', '--data', data, q1]);
    firstQuarter = copyOf(data);
  });

  it('imports the first quarter', () => {
    const { exit, json } = firstImport;
    expect(exit).toBe(0);
    expect(json).toMatchObject({
      importId: 1,
      kind: 'dossiers',
      added: 520,
      updated: 0,
      unchanged: 0,
      badRows: [],
    });
    const { read, bad: wrong, ignored } = expected['phuoc-an-2024-q1.xlsx'];
    expect(json).toMatchObject({ read, bad: wrong, ignored });
  });

  it.each([
    ['2024-Q1 nd09', ['--period', '2024-Q1']],
    [
      '2024-Q1 calendar as of 2024-03-14',
      ['--period', '2024-Q1', '--scheme', 'calendar', '--as-of', '2024-03-14'],
    ],
  ])('evaluates %s', async (name, options) => {
    const { exit, json } = await runJson(['evaluate', '--data', copyOf(firstQuarter), ...options]);
    expect(exit).toBe(0);
    expect(figures(json)).toEqual(expected['phuoc-an-2024-q1.xlsx'][name]);
  });

  it('gives verdict, percent and what is short', async () => {
    const { json } = await runJson(['evaluate', '--data', copyOf(firstQuarter), '--period', '2024-Q1']);
    expect(json.period).toEqual({ id: '2024-Q1', scheme: 'nd09', from: '2023-12-15', to: '2024-03-14' });
    const online = json.objectives.find(({ id }) => id === '2.3');
    expect(online).toMatchObject({
      percent: '33.25',
      verdict: 'missed',
      shortBy: 8,
      threshold: { op: '>=', basisPoints: 3500 },
    });
    expect(json.objectives.find(({ id }) => id === '2.2')?.verdict).toBe('not-recorded');
  });

  it('evaluates free dates as the same period, without its name', async () => {
    const { json } = await runJson([
      'evaluate',
      '--data',
      copyOf(firstQuarter),
      '--from',
      '2023-12-15',
      '--to',
      '2024-03-14',
    ]);
    expect(json.period).toEqual({ id: null, scheme: null, from: '2023-12-15', to: '2024-03-14' });
    expect(figures(json)).toEqual(expected['phuoc-an-2024-q1.xlsx']['2024-Q1 nd09']);
  });

  it('explains a figure by its dossiers', async () => {
    const folder = copyOf(firstQuarter);
    const { json } = await runJson([
      'explain',
      '--data',
      folder,
      '--period',
      '2024-Q1',
      '--objective',
      '2.3',
    ]);
    expect(json.totals).toEqual({ counted: 146, against: 293, excluded: 0 });
    expect(json.counted).toHaveLength(146);
    expect(new Set(json.counted.map(({ cause }) => cause))).toEqual(new Set(['online']));
    expect(new Set([...json.counted, ...json.against].map(({ code }) => code)).size).toBe(439);
    const { json: only } = await runJson([
      'explain',
      '--data',
      folder,
      '--period',
      '2024-Q1',
      '--objective',
      '7.2',
      '--list',
      'excluded',
    ]);
    expect(only.counted).toEqual([]);
    expect(only.excluded).toHaveLength(only.totals.excluded);
    expect(only.totals.counted).toBe(93);
  });

  it('previews without writing, adds the second list, changes nothing the second time, and takes it back', async () => {
    const { json: preview } = await runJson(['import', '--data', data, q2, '--dry-run']);
    expect(preview).toMatchObject({ importId: null, read: 480, bad: 0 });
    const { json: second } = await runJson(['import', '--data', data, q2]);
    expect({ ...second, importId: null }).toEqual(preview);
    for (const [name, options] of [
      ['both files, 2024-Q2 nd09', ['--period', '2024-Q2']],
      ['both files, 2024-H1 nd09', ['--period', '2024-H1']],
      [
        'both files, 2024-Q2 calendar as of 2024-05-10',
        ['--period', '2024-Q2', '--scheme', 'calendar', '--as-of', '2024-05-10'],
      ],
    ] as const) {
      const { json } = await runJson(['evaluate', '--data', data, ...options]);
      expect(figures(json), name).toEqual(expected['phuoc-an-2024-q2.csv'][name]);
    }
    const { json: again } = await runJson(['import', '--data', data, q2]);
    expect(again).toMatchObject({ read: 480, added: 0, updated: 0, unchanged: 480, bad: 0 });
    for (const id of [again.importId, second.importId]) {
      const { exit, json } = await runJson(['undo-import', '--data', data, String(id)]);
      expect(exit).toBe(0);
      expect(json).toMatchObject({ id, undoable: false });
    }
    const { json } = await runJson(['evaluate', '--data', data, '--period', '2024-Q1']);
    expect(figures(json)).toEqual(expected['phuoc-an-2024-q1.xlsx']['2024-Q1 nd09']);
    const twice = await runFault(['undo-import', '--data', data, String(second.importId)]);
    expect(twice).toMatchObject({ exit: 1, code: 'IMPORT_NOT_UNDOABLE' });
  });

  it('names every bad cell; --strict makes that the exit code', async () => {
    const folder = await initialised();
    const { exit, json } = await runJson(['import', '--data', folder, bad, '--strict']);
    expect(exit).toBe(1);
    const { read, bad: wrong, ignored, badRows } = expected['phuoc-an-dong-loi.xlsx'];
    expect(json).toMatchObject({ read, bad: wrong, ignored });
    expect(json.badRows.map(({ row, column, code }) => ({ row, column, code }))).toEqual(badRows);
    expect((await runCli(['import', '--data', folder, bad])).exit).toBe(0);
  });

  it('finds the folder sound', async () => {
    const { exit, json } = await runJson(['check', '--data', data]);
    expect(exit).toBe(0);
    expect(json).toMatchObject({ ok: true, problems: [] });
  });

  it('speaks Vietnamese, and English when asked', async () => {
    const folder = copyOf(firstQuarter);
    const vi = await runCli(['evaluate', '--data', folder, '--period', '2024-Q1']);
    expect(vi.stdout).toContain('33,25\u00a0%');
    expect(vi.stdout).toContain('còn thiếu 8');
    expect(vi.stderr).toBe('');
    const en = await runCli(['evaluate', '--data', folder, '--period', '2024-Q1', '--lang', 'en']);
    expect(en.stdout).toContain('33.25%');
    expect(en.stdout).toContain('short by 8');
  });
});

describe('as a program', () => {
  it('gives what a call gives: answer, words on standard error, exit code', async () => {
    for (const args of [
      ['evaluate', '--data', await initialised(), '--period', '2024-Q1', '--json'],
      ['evaluate', '--data', join(newFolder(), 'none'), '--period', '2024-Q1'],
      ['evaluate', '--nothing'],
    ])
      expect(await runProgram(args)).toEqual(await runCli(args));
  });
});

describe('exit codes', () => {
  let data: string;
  beforeAll(async () => {
    data = await initialised();
  });

  it.each([
    ['no command known', ['nothing']],
    ['an unknown option', ['check', '--data', 'D', '--colour']],
    ['neither period nor dates', ['evaluate', '--data', 'DATA']],
    [
      'period and dates',
      ['evaluate', '--data', 'DATA', '--period', '2024-Q1', '--from', '2024-01-01', '--to', '2024-01-02'],
    ],
    [
      'dates the wrong way round',
      ['evaluate', '--data', 'DATA', '--from', '2024-01-02', '--to', '2024-01-01'],
    ],
    [
      'a day that does not exist',
      ['evaluate', '--data', 'DATA', '--period', '2024-Q1', '--as-of', '2024-02-30'],
    ],
    ['no such period', ['evaluate', '--data', 'DATA', '--period', '2024-Q5']],
    ['no such scheme', ['evaluate', '--data', 'DATA', '--period', '2024-Q1', '--scheme', 'lunar']],
    ['no such objective', ['explain', '--data', 'DATA', '--period', '2024-Q1', '--objective', '9.9']],
    ['no such import', ['undo-import', '--data', 'DATA', '99']],
    ['no number', ['undo-import', '--data', 'DATA', 'one']],
    ['a folder that has data', ['init', '--data', 'DATA', '--profile', join(samples, 'profile.json')]],
  ])('64 for %s', async (_name, args) => {
    const { exit, stdout, stderr } = await runCli(args.map((arg) => (arg === 'DATA' ? data : arg)));
    expect([exit, stdout]).toEqual([64, '']);
    expect(stderr).not.toBe('');
  });

  it('64 comes with the usage of the command', async () => {
    const { stderr } = await runCli(['evaluate', '--data', data, '--perod', '2024-Q1']);
    expect(stderr).toContain('--perod');
    expect(stderr).toContain('evaluate --data DIR');
  });

  it.each([
    ['a list', ['import', '--data', 'DATA', '/nowhere/list.xlsx'], 'INPUT_MISSING'],
    ['a data folder', ['check', '--data', '/nowhere/data'], 'DATA_FOLDER_MISSING'],
    [
      'a profile',
      ['init', '--data', '/tmp/never-made', '--profile', '/nowhere/profile.json'],
      'INPUT_MISSING',
    ],
  ] as const)('66 without %s', async (_name, args, code) => {
    const fault = await runFault(args.map((arg) => (arg === 'DATA' ? data : arg)));
    expect(fault).toMatchObject({ exit: 66, code });
  });

  it('66 for a file that is no list', async () => {
    const file = join(newFolder(), 'picture.xlsx');
    writeFileSync(file, Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
    expect((await runFault(['import', '--data', data, file])).exit).toBe(66);
  });

  it('66 for a file that cannot be read and a folder that cannot be made', async () => {
    const file = join(newFolder(), 'list.csv');
    symlinkSync('/proc/self/mem', file);
    for (const more of [[], ['--dry-run']]) {
      const fault = await runFault(['import', '--data', data, file, ...more]);
      expect(fault).toMatchObject({ exit: 66, code: 'INPUT_UNREADABLE' });
    }
    const profile = join(samples, 'profile.json');
    const inside = await runFault(['init', '--data', join(profile, 'data'), '--profile', profile]);
    expect(inside).toMatchObject({ exit: 66, code: 'OUTPUT_UNWRITABLE' });
  });

  it('66 for a profile that is no JSON, 64 for one of another form, which names the fields', async () => {
    const file = join(newFolder(), 'profile.json');
    writeFileSync(file, 'not json');
    expect((await runFault(['init', '--data', join(newFolder(), 'd'), '--profile', file])).exit).toBe(66);
    writeFileSync(file, JSON.stringify({ unit: { code: 5 } }));
    const { exit, fieldErrors } = await runFault([
      'init',
      '--data',
      join(newFolder(), 'd'),
      '--profile',
      file,
    ]);
    expect(exit).toBe(64);
    expect(fieldErrors?.['unit.code']).toBe('invalid_type');
  });

  it('75 while another process has the folder open', async () => {
    const store = openStore(data, { key: await folderKey(data) });
    try {
      const fault = await runFault(['evaluate', '--data', data, '--period', '2024-Q1']);
      expect(fault).toMatchObject({ exit: 75, code: 'DATA_FOLDER_BUSY' });
    } finally {
      store.close();
    }
    expect((await runCli(['check', '--data', data])).exit).toBe(0);
  });

  it('says of a folder without a passphrase, or with one that is too short, that it lies open', async () => {
    for (const passphrase of ['', 'bảy chữ']) {
      const folder = join(newFolder(), 'd');
      const args = ['init', '--data', folder, '--profile', join(samples, 'profile.json')];
      const made = await runCli(args, { SCL_PASSPHRASE: passphrase });
      expect(made.exit).toBe(0);
      expect(made.stderr).toContain('SCL_PASSPHRASE');
      expect((await runCli(['check', '--data', folder], { SCL_PASSPHRASE: passphrase })).exit).toBe(0);
      expect((await runCli(['check', '--data', folder], { SCL_PASSPHRASE: `${passphrase}.` })).exit).toBe(77);
    }
  });

  it('77 for a wrong passphrase, an unknown login', async () => {
    const locked = await initialised({ SCL_PASSPHRASE: 'mật khẩu' });
    expect((await runFault(['check', '--data', locked])).exit).toBe(77);
    expect((await runFault(['check', '--data', locked], { SCL_PASSPHRASE: 'sai' })).exit).toBe(77);
    expect((await runJson(['check', '--data', locked], { SCL_PASSPHRASE: 'mật khẩu' })).exit).toBe(0);
    expect(
      (await runJson(['check', '--data', locked], { SCL_PASSPHRASE: 'mật khẩu'.normalize('NFD') })).exit,
    ).toBe(0);
    expect(
      (await runJson(['check', '--data', locked, '--user', 'chutich'], { SCL_PASSPHRASE: 'mật khẩu' })).exit,
    ).toBe(0);
    expect((await runFault(['check', '--data', data, '--user', 'nobody'])).exit).toBe(77);
  });

  it('1 for a damaged database, told as the answer', async () => {
    const damaged = copyOf(data);
    truncateSync(join(damaged, 'so-chat-luong.db'), 5000);
    const { exit, json } = await runJson(['check', '--data', damaged]);
    expect([exit, json.ok]).toEqual([1, false]);
    expect((await runCli(['evaluate', '--data', damaged, '--period', '2024-Q1'])).exit).toBe(1);
  });

  it('70 for a fault of the program, with a log id that the log holds, and no personal data in it', async () => {
    const resourcesDir = join(newFolder(), 'resources');
    cpSync(join(root, 'resources'), resourcesDir, { recursive: true });
    writeFileSync(join(resourcesDir, 'targets/nhon-trach-2024.json'), '{"name": "Nguyễn Văn Thử"}');
    const written = { stdout: '', stderr: '' };
    const exit = await runCommandLine(['evaluate', '--data', data, '--period', '2024-Q1', '--json'], {
      resourcesDir,
      version: '0.0.0',
      environment: { SCL_PASSPHRASE: TEST_PASSPHRASE },
      program: 'test',
      stdout: { write: (text) => (written.stdout += text) },
      stderr: { write: (text) => (written.stderr += text) },
    });
    expect(exit).toBe(70);
    const { error } = answers.error.parse(JSON.parse(written.stdout));
    expect(error.code).toBe('INTERNAL');
    const log = readFileSync(join(data, 'logs/app.log'), 'utf8');
    expect(log).toContain(error.logId);
    expect(log).toContain('DataFileError');
    expect(written.stderr).toContain(error.logId);
    for (const secret of ['Nguyễn', 'Phước An', resourcesDir]) expect(log).not.toContain(secret);
  });
});
