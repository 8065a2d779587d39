import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Gathering, gather } from '#electron/application/receiver/gather.ts';
import { sealHandOver } from '#electron/report/sign/seal-hand-over.ts';
import { makeSignedReport } from '#electron/report/sign/sign-report.ts';
import { applyHandOvers } from '#electron/report/verify/apply-hand-overs.ts';
import { NO_TRUST, type Trust } from '#electron/report/verify/trust.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { HAND_OVER_FORMAT, HAND_OVER_VERSION } from '#shared/keys/hand-over.ts';
import { DUE, gatherRequest, NOW, sha256Of, signed, unit } from '../receiver/support/communes.ts';
import { zipOf } from '../receiver/support/zip.ts';
import { check, honest, prepare, key as reportKey, resigned } from '../report/support/attacked.ts';
import { makeKey, type TestKey, trusting } from '../report/support/keys.ts';
import { objectWith } from '../report/support/rebuild.ts';
import { resources, sampleReport } from '../report/support/sample-report.ts';

// Somebody who holds report files, hand-over notes and perhaps a key that was revoked, and none that is trusted.

const folder = mkdtempSync(join(tmpdir(), 'scl-attack-reports-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const A = { code: '26503', name: 'Ủy ban nhân dân xã Phước An' };
const B = { code: '26500', name: 'Ủy ban nhân dân xã Phước Khánh' };
let [keyA, keyB, stolen]: TestKey[] = [];
let trust: Trust;
let first: Buffer;
let second: Buffer;
let ofB: Buffer;

const enrolled = (key: TestKey, unitCode: string, revokedOn: string | null = null) => ({
  sha256: key.sha256,
  unitCode,
  from: null,
  to: null,
  revokedOn: revokedOn as LocalDate | null,
});

beforeAll(async () => {
  await prepare();
  [keyA, keyB, stolen] = (await Promise.all(['a', 'b', 'cũ'].map((name) => makeKey({ name })))) as [
    TestKey,
    TestKey,
    TestKey,
  ];
  trust = {
    ...NO_TRUST,
    signers: [enrolled(keyA, A.code), enrolled(keyB, B.code), enrolled(stolen, A.code, '2025-09-17')],
  };
  first = await signed({ ...A, seed: 6 }, keyA);
  second = await signed({ ...A, seed: 66, revision: 2, supersedes: sha256Of(first) }, keyA);
  ofB = await signed({ ...B, seed: 3 }, keyB);
});

let inboxes = 0;
/** What the receiver's table makes of some files. */
async function received(
  files: Readonly<Record<string, Uint8Array>>,
  units = [unit(A.code, A.name), unit(B.code, B.name)],
): Promise<Gathering> {
  inboxes += 1;
  const inbox = join(folder, String(inboxes));
  mkdirSync(inbox);
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(inbox, name), bytes);
  return gather(
    gatherRequest({
      paths: [inbox],
      units,
      due: DUE,
      trust,
    }),
  );
}

const states = ({ table }: Gathering): Record<string, string> =>
  Object.fromEntries(table.files.map(({ file, state }) => [basename(file.name), state]));
const unitState = ({ table }: Gathering, code: string): string | undefined =>
  table.units.find((each) => each.unit.code === code)?.state;
const counts = ({ table }: Gathering): number =>
  table.files.filter(({ state }) => state === 'counted').length;

describe('files under false names and in false company', () => {
  it('an older revision named as a newer one stays the older one', async () => {
    const found = await received({
      'BaoCao_26503_2025-Q3_R9.pdf': first,
      'BaoCao_26503_2025-Q3_R1.pdf': second,
    });
    expect(states(found)).toMatchObject({
      'BaoCao_26503_2025-Q3_R9.pdf': 'superseded',
      'BaoCao_26503_2025-Q3_R1.pdf': 'counted',
    });
  });

  it('an older revision alone counts, for nothing in it can say that it is not the last', async () => {
    expect(states(await received({ 'r1.pdf': first }))).toEqual({ 'r1.pdf': 'counted' });
  });

  it('a report under the name of another unit is that of its own unit', async () => {
    const found = await received({ 'BaoCao_26500_2025-Q3_R1.pdf': second });
    expect([unitState(found, A.code), unitState(found, B.code)]).toEqual(['received', 'missing']);
  });

  it('the same report a hundred times is counted once', async () => {
    const found = await received(
      Object.fromEntries(Array.from({ length: 100 }, (_, n) => [`${n}.pdf`, second])),
    );
    expect(counts(found)).toBe(1);
  });

  it('a stranger cannot make a unit’s report contradict itself or be superseded', async () => {
    const stranger = await makeKey({ name: 'lạ' });
    const found = await received({
      'r2.pdf': second,
      'r2-la.pdf': await signed({ ...A, seed: 7, revision: 2, supersedes: sha256Of(first) }, stranger),
      'r9-la.pdf': await signed({ ...A, seed: 8, revision: 9 }, stranger),
      'r9-b.pdf': await signed({ ...A, seed: 8, revision: 9 }, keyB as TestKey),
    });
    expect(unitState(found, A.code)).toBe('received');
    expect(states(found)['r2.pdf']).toBe('counted');
    expect(counts(found)).toBe(1);
  });

  it('a file that is a report and a zip at once gives nothing but what both readings agree on', async () => {
    const zip = zipOf({ 'khac.pdf': ofB });
    const found = await received({
      'duoi.pdf': Buffer.concat([second, zip]),
      'dau.pdf': Buffer.concat([zip, second]),
    });
    expect(states(found)['duoi.pdf']).not.toBe('counted');
    // Before the report stands a zip: it is opened as one, and what lies in it is a report of its own unit, or nothing.
    expect(unitState(found, A.code)).not.toBe('received');
  });
});

describe('names of units', () => {
  it('with letters of another alphabet, or that read backwards, do not pass for the unit', async () => {
    const cyrillic = await signed({ ...A, name: A.name.replace('An', 'Аn'), seed: 9 }, keyA as TestKey);
    const found = await received({ 'k.pdf': cyrillic });
    expect(found.table.units.find((each) => each.unit.code === A.code)?.nameDiffers).toBe(true);
    const backwards = await signed({ ...A, name: `${A.name}\u202e`, seed: 9 }, keyA as TestKey).catch(
      () => null,
    );
    if (backwards !== null)
      expect(states(await received({ 'n.pdf': backwards }))).toEqual({ 'n.pdf': 'invalid' });
  });

  it('of the unit that bore the code before are not those of the present one', async () => {
    const units = [
      unit(A.code, 'Ủy ban nhân dân xã Cũ', { to: '2025-06-30' as LocalDate }),
      unit(A.code, A.name, { from: '2025-07-01' as LocalDate }),
    ];
    const old = await signed({ code: A.code, name: 'ỦY BAN NHÂN DÂN XÃ CŨ', seed: 4 }, keyA as TestKey);
    expect(states(await received({ 'cu.pdf': old }, units))).toEqual({ 'cu.pdf': 'not-expected' });
  });
});

describe('keys and times', () => {
  it('a revoked key that dates its report back before the revocation is only told: no time stamp proves the day', async () => {
    const after = await signed({ ...A, seed: 5, signedAt: '2025-09-18T02:00:00Z' }, stolen as TestKey);
    expect(states(await received({ 'sau.pdf': after }))).toEqual({ 'sau.pdf': 'invalid' });
    const back = await signed({ ...A, seed: 5, signedAt: '2025-09-16T02:00:00Z' }, stolen as TestKey);
    const found = await received({ 'lui.pdf': back });
    expect(states(found)).toEqual({ 'lui.pdf': 'counted' });
    const [file] = found.table.files;
    expect(file?.file.reasons.map(({ code }) => code)).toContain('SIGNED_BEFORE_REVOCATION');
    const early = await signed({ ...A, seed: 5, signedAt: '2025-09-09T02:00:00Z' }, stolen as TestKey);
    expect(states(await received({ 'truoc-ky.pdf': early }))).toEqual({ 'truoc-ky.pdf': 'invalid' });
  });

  it('hand-over notes in a circle, or to oneself, introduce nobody who was not entitled', async () => {
    const [one, two, three] = (await Promise.all(['1', '2', '3'].map((name) => makeKey({ name })))) as [
      TestKey,
      TestKey,
      TestKey,
    ];
    const note = (from: TestKey, to: TestKey, day: string) =>
      sealHandOver(
        {
          format: HAND_OVER_FORMAT,
          version: HAND_OVER_VERSION,
          unit: A,
          retiring: from.sha256,
          lastDay: day as LocalDate,
          successor: { sha256: to.sha256, certificate: to.certificate.toString('base64') },
          firstDay: day as LocalDate,
          reason: 'vòng tròn',
          signedAt: `${day}T02:00:00Z`,
        },
        from,
      );
    const circle = [
      await note(one, two, '2025-01-02'),
      await note(two, three, '2025-01-03'),
      await note(three, one, '2025-01-04'),
    ];
    const files = circle.map((bytes, n) => ({ file: `${n}.scl-handover`, bytes }));
    const made = applyHandOvers(trust, files, NOW);
    expect(made.signers.map(({ sha256 }) => sha256).sort()).toEqual(
      trust.signers.map(({ sha256 }) => sha256).sort(),
    );
    expect(made.ignoredHandOvers).toHaveLength(3);
  });
});

describe('a page that a reader sees otherwise', () => {
  it.each([
    ['turned', (head: string) => head.replace('/Type /Page', '/Rotate 180 /Type /Page')],
    ['enlarged by its unit', (head: string) => head.replace('/Type /Page', '/UserUnit 10 /Type /Page')],
    ['cropped', (head: string) => head.replace('/Type /Page', '/CropBox [0 0 595 400] /Type /Page')],
    [
      'with a layer that can be switched off',
      (head: string) => head.replace('/Type /Page', '/OC << /Type /OCG /Name (x) >> /Type /Page'),
    ],
    [
      'with an action when it is opened',
      (head: string) => head.replace('/Type /Page', '/AA << /O << /S /JavaScript /JS (x) >> >> /Type /Page'),
    ],
  ])('%s, though signed by a trusted key: invalid', async (_what, edit) => {
    const bytes = await resigned((objects) => {
      const page = objects.find(({ head }) => /\/Type \/Page\b(?!s)/.test(head));
      if (page === undefined) throw new Error('no page');
      page.head = edit(page.head);
    });
    expect((await check(bytes)).verdict).toBe('invalid');
  });

  it('with a font whose letters are others: invalid', async () => {
    const bytes = await resigned((objects) => {
      const font = objectWith(objects, '/ToUnicode');
      font.head = font.head.replace(/\/ToUnicode \d+ 0 R/, '');
    });
    expect((await check(bytes)).verdict).toBe('invalid');
  });

  it('with a form field drawn over the figures by a later save, signed by nobody or by a stranger: invalid', async () => {
    const { append, nextId } = await import('../report/support/append.ts');
    const page = Number(
      /(\d+) 0 obj\s*<<(?:(?!endobj)[\s\S])*?\/Type \/Page\b(?!s)/.exec(honest.toString('latin1'))?.[1],
    );
    const id = nextId(honest);
    const bytes = append(honest, {
      objects: [
        [
          id,
          `<< /Type /Annot /Subtype /Widget /FT /Tx /T (x) /V (100 %) /Rect [100 400 400 500] /P ${page} 0 R /F 4 >>`,
        ],
      ],
    });
    expect((await check(bytes)).verdict).not.toBe('valid');
  });

  it('the report of one commune does not become another’s by its key alone', async () => {
    const other = await makeKey({ name: 'b' });
    const bytes = await makeSignedReport(sampleReport(), other, resources);
    expect((await check(bytes, trusting(other, { unitCode: '26500' }))).verdict).toBe('invalid');
    expect((await check(bytes, trusting(reportKey))).verdict).toBe('unknown');
  });
});
