import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFiles } from '#electron/application/receiver/find-files.ts';
import { readUnitsFile } from '#electron/application/receiver/units-list.ts';
import { loadTrust } from '#electron/application/reports/trust-folder.ts';
import { unwrap } from '#electron/application/reports/unwrap.ts';
import { readSetFile } from '#electron/application/targets/set-files.ts';
import { readProfile } from '#electron/cli/commands/init.ts';
import { inspectFile } from '#electron/import/index.ts';
import { asksTooMuch } from '#electron/report/sign/p12-costs.ts';
import { openP12 } from '#electron/report/sign/p12-signer.ts';
import { zipOf } from '../receiver/support/zip.ts';
import { randomOf } from './support/random.ts';
import { outcome } from './support/target.ts';

// Files made to do harm, each by hand (docs/fuzzing.md). Time is processor time, so that a busy machine changes nothing.
const LIMIT = 15_000;
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'scl-by-hand-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function save(name: string, bytes: Buffer | string): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

async function inTime(work: () => unknown): Promise<string> {
  const start = process.cpuUsage();
  const came = await outcome(work);
  const { user, system } = process.cpuUsage(start);
  expect((user + system) / 1000).toBeLessThan(LIMIT);
  return came;
}

const inspect = (bytes: Buffer | string): Promise<string> =>
  inTime(() => inspectFile(save('danh-sach', bytes), { kind: 'dossiers', acceptConflicts: false }));

describe('lists', () => {
  it.each([
    ['ten million columns in a line', ','.repeat(10_000_000)],
    ['a million quoted and bare fields in a line', `"a"${',1,"x"y'.repeat(1_000_000)}`],
    ['a million lines with a quotation mark and no delimiter', '"a"b\n'.repeat(1_000_000)],
    ['a million quotation marks', '"'.repeat(1_000_001)],
    ['four megabytes of tables that never begin', `<html>${'<table '.repeat(600_000)}`],
  ])('%s', { timeout: 120_000 }, async (_, text) => {
    expect(await inspect(text)).toMatch(/HEADER_NOT_FOUND|FILE_|read/);
  });

  it('a line longer than any list', { timeout: 120_000 }, async () => {
    expect(await inspect(Buffer.alloc(70 * 1024 * 1024, 'a,'))).toBe('FILE_TOO_LARGE');
  });

  it('a place of XML Spreadsheet 2003 that no sheet has', async () => {
    expect(await inspect(readFileSync(new URL('found/xml2003.row-that-no-sheet-has', import.meta.url)))).toBe(
      'FILE_TOO_LARGE',
    );
  });
});

describe('what reports come in', () => {
  it('archives in archives that unpack to gigabytes are not kept in memory', {
    timeout: 120_000,
  }, async () => {
    const inner = zipOf({ 'a.txt': Buffer.alloc(1000) });
    // Packed to a seventieth: what packs to less than a hundredth is refused as a whole.
    const random = randomOf(1);
    const noise = Buffer.from(Array.from({ length: 320_000 }, () => random.below(256)));
    const padded = Buffer.concat([Buffer.alloc(22 * 1024 * 1024), noise, inner]);
    const many = zipOf(Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`${at}.zip`, padded])));
    const { files } = findFiles([save('bom.zip', many)]);
    const refused = files.filter(({ read }) => read() === null);
    expect(refused.length).toBeGreaterThan(5);
  });

  it('a zip in a zip in a zip in a zip is as it is', () => {
    let bytes: Buffer = zipOf({ 'a.pdf': Buffer.from('%PDF-1.7') });
    for (let depth = 0; depth < 8; depth += 1) bytes = zipOf({ 'a.zip': bytes });
    expect(unwrap(bytes)).toHaveProperty('bytes');
  });
});

describe('small files', () => {
  it('of gigabytes are not read', async () => {
    const path = save('lon.json', '{}');
    truncateSync(path, 3 * 1024 ** 3);
    expect(await inTime(() => readProfile(path))).toBe('FILE_TOO_LARGE');
    expect(await inTime(() => readSetFile(path))).toBe('FILE_TOO_LARGE');
    expect(await inTime(() => readUnitsFile(path))).toBe('FILE_TOO_LARGE');
  });

  it.each([
    ['nested a hundred thousand deep', '['.repeat(100_000) + ']'.repeat(100_000)],
    [
      'with names that the language knows',
      '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}',
    ],
    ['with halves of letters and zero bytes', '{"unit":"\\ud800\\u0000"}'],
  ])('JSON %s', async (_, text) => {
    const path = save('tep.json', text);
    expect(await inTime(() => readProfile(path))).toMatch(/RECORD_INVALID|INPUT_UNREADABLE/);
    expect(await inTime(() => readSetFile(path))).toBe('TARGET_FILE_INVALID');
    expect(await inTime(() => readUnitsFile(path))).toMatch(/UNITS_INVALID|HEADER_NOT_FOUND/);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it('certificates of absurd lengths, and one letter too many in a name', async () => {
    for (const hex of ['3084ffffffff', '30837fffff3030', '3080', '30823001', '1f8180808000'])
      expect(
        await inTime(() => loadTrust(save('a.cer', Buffer.from(hex, 'hex')), '2024-03-20T00:00:00Z')),
      ).toBe('INPUT_UNREADABLE');
  });
});

describe('keys', () => {
  const pem = new URL('../fixtures/report/ec.p12', import.meta.url);

  it('that ask for millions of rounds are refused before the first', async () => {
    expect(asksTooMuch(readFileSync(pem))).toBe(false);
    const all = execFileSync('openssl', [
      'pkcs12',
      '-in',
      pem.pathname,
      '-passin',
      'pass:khóa thử',
      '-nodes',
    ]);
    const path = save('key.pem', all);
    const out = join(folder, 'key.p12');
    const rounds = (count: number): Buffer => {
      execFileSync('openssl', [
        'pkcs12',
        '-export',
        '-in',
        path,
        '-out',
        out,
        '-passout',
        'pass:thu',
        '-iter',
        String(count),
      ]);
      return readFileSync(out);
    };
    expect(asksTooMuch(rounds(600_000))).toBe(false);
    const dear = rounds(1_000_001);
    expect(asksTooMuch(dear)).toBe(true);
    expect(await inTime(() => openP12(dear, 'thu', '2024-03-20T00:00:00Z'))).toBe('KEY_UNREADABLE');
  });
});
