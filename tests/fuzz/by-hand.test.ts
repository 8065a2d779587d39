import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readKeyringFile } from '#electron/application/access/keyring-file.ts';
import type { Workspace } from '#electron/application/context.ts';
import { withSigner } from '#electron/application/keys/open-key.ts';
import { findFiles } from '#electron/application/receiver/find-files.ts';
import { readUnitsFile } from '#electron/application/receiver/units-list.ts';
import { loadTrust } from '#electron/application/reports/trust-folder.ts';
import { unwrap } from '#electron/application/reports/unwrap.ts';
import { verifyFiles, verifyWrapped } from '#electron/application/reports/verify-files.ts';
import { readSetFile } from '#electron/application/targets/set-files.ts';
import { readProfile } from '#electron/cli/commands/init.ts';
import { inspectFile } from '#electron/import/index.ts';
import { readCertificate } from '#electron/report/asn1/certificate.ts';
import { children, type DerElement, readWhole } from '#electron/report/asn1/der-reader.ts';
import { nothing, objectIdentifier, sequence, tlv } from '#electron/report/asn1/der-writer.ts';
import { asksTooMuch } from '#electron/report/sign/p12-costs.ts';
import { openP12 } from '#electron/report/sign/p12-signer.ts';
import { NO_TRUST } from '#electron/report/verify/trust.ts';
import { zipOf } from '../receiver/support/zip.ts';
import { makeKey } from '../report/support/keys.ts';
import { resources, resourcesDir } from '../report/support/sample-report.ts';
import { randomOf } from './support/random.ts';
import { outcome } from './support/target.ts';

// Files made to do harm, each by hand (docs/fuzzing.md). Time is processor time, so that a busy machine changes nothing.
const LIMIT = 15_000;
const NOW = '2024-03-20T00:00:00Z';
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
    expect(await inTime(() => readKeyringFile(path))).toBe('KEYRING_DAMAGED');
    const { takeReceipt } = await import('#electron/application/receiver/take-receipt.ts');
    const { takeHandOver } = await import('#electron/application/keys/take-hand-over.ts');
    const { addSigner, readCertificateOf } = await import('#electron/application/reports/enrolments.ts');
    // Nothing of the book is asked for before the size.
    const space = { files: { resolve: () => path } } as unknown as Workspace;
    expect(await inTime(() => takeReceipt(space, 'x'))).toBe('FILE_TOO_LARGE');
    expect(await inTime(() => takeHandOver(space, 'x'))).toBe('FILE_TOO_LARGE');
    expect(await inTime(() => readCertificateOf(space, 'x'))).toBe('FILE_TOO_LARGE');
    expect(await inTime(() => addSigner(space, { file: 'x', unitCode: null }))).toBe('FILE_TOO_LARGE');
    const p12 = { kind: 'p12', file: 'x', passphrase: '' } as const;
    expect(await inTime(() => withSigner(space, p12, NOW, async () => {}))).toBe('FILE_TOO_LARGE');
    const [result] = await verifyFiles([path], { trust: null, resourcesDir, now: NOW, language: 'vi' });
    expect(result?.reasons[0]?.code).toBe('FILE_TOO_LARGE');
  });

  it.each(['enrolments.json', 'a.pem', 'thu-hoi.crl', 'note.scl-handover'])(
    'of gigabytes in a trust folder are not read: %s',
    async (name) => {
      const trust = mkdtempSync(join(folder, 'trust-'));
      writeFileSync(join(trust, name), '');
      truncateSync(join(trust, name), 3 * 1024 ** 3);
      expect(await inTime(() => loadTrust(trust, NOW))).toBe('FILE_TOO_LARGE');
    },
  );

  it('without an end are not read', async () => {
    expect(await inTime(() => readProfile('/dev/zero'))).toBe('INPUT_UNREADABLE');
    expect(await inTime(() => loadTrust('/dev/zero', NOW))).toBe('INPUT_UNREADABLE');
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

describe('reports', () => {
  const plain = readFileSync(new URL('../fixtures/report/report-v1-template-1-ec.pdf', import.meta.url));
  const last = /startxref\n(\d+)/.exec(plain.toString('latin1', plain.length - 100))?.[1] ?? '';
  const root = /\/Root (\d+) 0 R/.exec(plain.toString('latin1', plain.length - 2000))?.[1] ?? '1';
  /** A later save by hand: objects, and a trailer whose /Prev leads where `prev` says. */
  const saved = (objects: Record<number, string>, prev: (own: number) => number | string): Buffer => {
    let body = '';
    const rows: string[] = [];
    for (const [id, text] of Object.entries(objects)) {
      rows.push(`${id} 1\n${String(plain.length + body.length).padStart(10, '0')} 00000 n \n`);
      body += `${id} 0 obj\n${text}\nendobj\n`;
    }
    const own = plain.length + body.length;
    return Buffer.concat([
      plain,
      Buffer.from(
        `${body}xref\n${rows.join('')}trailer\n<< /Size 9999 /Root ${root} 0 R /Prev ${prev(own)} >>\nstartxref\n${own}\n%%EOF\n`,
        'latin1',
      ),
    ]);
  };
  const cases: [string, Buffer][] = [
    ['a section before itself', saved({ 900: '<< >>' }, (own) => own)],
    ['a section before one that follows', saved({ 900: '<< >>' }, (own) => own + 5)],
    [
      'a catalogue whose pages are their own parents',
      saved(
        { [Number(root)]: `<< /Type /Catalog /Pages ${root} 0 R /Kids [${root} 0 R] /Count 9999999 >>` },
        () => last,
      ),
    ],
    [
      'pages in a ring',
      saved(
        {
          [Number(root)]: '<< /Type /Catalog /Pages 900 0 R >>',
          900: '<< /Type /Pages /Kids [901 0 R 901 0 R] /Count 2 >>',
          901: '<< /Type /Pages /Parent 900 0 R /Kids [900 0 R 900 0 R] /Count 2 >>',
        },
        () => last,
      ),
    ],
    [
      'an outline in a ring',
      saved(
        {
          [Number(root)]: '<< /Type /Catalog /Outlines 900 0 R >>',
          900: '<< /First 901 0 R /Last 901 0 R >>',
          901: '<< /Parent 900 0 R /Next 901 0 R /Prev 901 0 R /First 900 0 R >>',
        },
        () => last,
      ),
    ],
    [
      'a length that is the stream itself',
      saved({ 900: '<< /Length 900 0 R >>\nstream\nx\nendstream' }, () => last),
    ],
    [
      'arrays a hundred thousand deep',
      saved({ 900: `${'['.repeat(100_000)}${']'.repeat(100_000)}` }, () => last),
    ],
  ];
  it.each(cases)('%s', async (_, bytes) => {
    const options = { trust: NO_TRUST, now: NOW, comparePages: true, resources } as const;
    let verdict = '';
    expect(await inTime(async () => ({ verdict } = await verifyWrapped(bytes, options)))).toBe('read');
    expect(verdict).toBe('invalid');
  });
});

describe('keys', () => {
  it('of RSA with a modulus or an exponent that no machine makes are not counted with', async () => {
    const { certificate } = await makeKey({ type: 'RSA' });
    const own = readCertificate(certificate).publicKey.export({ format: 'der', type: 'spki' });
    const number = (bytes: number): Buffer =>
      tlv(0x02, Buffer.concat([Buffer.from([0x00]), Buffer.alloc(bytes, 0xff)]));
    const rsa = sequence(objectIdentifier('1.2.840.113549.1.1.1'), nothing());
    for (const [modulus, exponent] of [
      [2049, 3],
      [256, 256],
      [2048, 9],
      [120_000, 120_000],
    ] as const) {
      const key = sequence(rsa, tlv(0x03, Buffer.from([0]), sequence(number(modulus), number(exponent))));
      const [head, rest] = children(readWhole(certificate, 0x30));
      const parts = children(head as DerElement).map(({ bytes }) => (bytes.equals(own) ? key : bytes));
      const changed = sequence(
        sequence(...parts),
        ...children(readWhole(certificate, 0x30))
          .slice(1)
          .map(({ bytes }) => bytes),
      );
      expect(rest).toBeDefined();
      expect(changed.includes(key)).toBe(true);
      expect(await inTime(() => loadTrust(save('rsa.cer', changed), NOW))).toBe('INPUT_UNREADABLE');
    }
  });

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
