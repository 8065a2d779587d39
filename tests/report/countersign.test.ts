import { beforeAll, describe, expect, it } from 'vitest';
import { readCertificate } from '#electron/report/asn1/certificate.ts';
import { makeSignedReport } from '#electron/report/sign/sign-report.ts';
import { mapPages, type TextBox } from '#electron/report/verify/later/page-map.ts';
import { readPdfFile } from '#electron/report/verify/pdf-file.ts';
import type { Trust } from '#electron/report/verify/trust.ts';
import { type Verification, verifyReport } from '#electron/report/verify/verify-report.ts';
import type { ReportV1 } from '#shared/report/report-v1.ts';
import { makeKey, type TestKey, trusting } from './support/keys.ts';
import {
  noteByMupdf,
  type Place,
  retitleByLibpdf,
  signByLibpdf,
  signByPdfsig,
  signByPodofo,
} from './support/other-programs.ts';
import { resources, sampleReport } from './support/sample-report.ts';

// Leader's signature by the program; the agency's, its number, date and seal by others (NĐ 30/2020).

let leader: TestKey;
let agency: TestKey;
let both: Trust;
let blank: ReportV1;
let report: Buffer;
let texts: (page: number) => readonly TextBox[];

beforeAll(async () => {
  [leader, agency] = await Promise.all([
    makeKey(),
    makeKey({ type: 'RSA', name: 'Ủy ban nhân dân xã Phước An' }),
  ]);
  both = { ...trusting(leader), signers: [...trusting(leader).signers, ...trusting(agency).signers] };
  blank = { ...sampleReport(), document: { number: null, date: null } };
  report = await makeSignedReport(blank, leader, resources);
  const pages = mapPages(readPdfFile(report));
  texts = (page) => pages[page - 1]?.texts ?? [];
});

const check = (pdf: Uint8Array, trust = both): Promise<Verification> =>
  // Programs that take the clock of this machine sign today.
  verifyReport(pdf, { trust, now: '2040-01-01T00:00:00Z', comparePages: false, resources });

const reasons = ({ reasons }: Verification): string[] =>
  reasons.map(({ code }) => code).filter((code) => code !== 'PAGE_NOT_COMPARED');

/** A place on the line of a page that begins with a text. */
function onLine(page: number, beginning: string): Place {
  const line = texts(page).find(({ text }) => text.startsWith(beginning));
  if (!line) throw new Error(`no line ${beginning} on page ${page}`);
  return {
    page,
    left: line.left,
    bottom: line.bottom + 2,
    width: line.right - line.left,
    height: line.top - line.bottom - 3,
  };
}

/** The page with the signature block, and the room between title and name. */
function signatureBlock(): Place {
  for (let page = 1; page < 9; page += 1) {
    const authority = texts(page).find(({ text }) => text === blank.signatory.authority);
    const name = texts(page).find(({ text }) => text === blank.signatory.name);
    if (authority && name) return { page, left: name.left - 20, bottom: name.top - 8, width: 70, height: 60 };
  }
  throw new Error('no signature block');
}

describe('the agency’s signature after the leader’s', () => {
  const programs: [string, () => Buffer | Promise<Buffer>][] = [
    ['@libpdf/core, PAdES', () => signByLibpdf(report, agency)],
    ['@libpdf/core, older form', () => signByLibpdf(report, agency, { subFilter: 'adbe.pkcs7.detached' })],
    ['poppler with NSS (indefinite lengths)', () => signByPdfsig(report, agency)],
    ['PoDoFo, seen in the signature block', () => signByPodofo(report, agency, signatureBlock(), 'Da ky')],
  ];
  it.each(programs)('%s: valid, and named', async (_name, make) => {
    const checked = await check(await make());
    expect(reasons(checked)).toEqual([]);
    expect(checked.verdict).toBe('valid');
    expect(checked.report).toEqual(blank);
    expect(checked.signer?.sha256).toBe(leader.sha256);
    const [signature] = checked.additions;
    expect(signature).toMatchObject({ revision: 2, kind: 'signature' });
    expect(signature?.by).toMatchObject({
      standing: 'trusted',
      signer: { sha256: agency.sha256, subject: 'Ủy ban nhân dân xã Phước An' },
    });
  });

  it('states its time', async () => {
    const [signature] = (await check(await signByLibpdf(report, agency))).additions;
    expect(signature?.by?.signedAt).toBe('2024-03-16T01:00:00Z');
  });

  it('of a key that nobody enrolled leaves the whole open; of a revoked one makes it invalid', async () => {
    const signed = await signByLibpdf(report, agency);
    const alone = await check(signed, trusting(leader));
    expect([alone.verdict, ...reasons(alone)]).toEqual(['unknown', 'COUNTERSIGNER_NOT_ENROLLED']);
    const revoked = trusting(agency, { revokedOn: '2024-03-01' as never }).signers;
    const refused = await check(signed, { ...both, signers: [...trusting(leader).signers, ...revoked] });
    expect([refused.verdict, ...reasons(refused)]).toEqual([
      'invalid',
      'COUNTERSIGNER_REFUSED',
      'SIGNER_REVOKED',
    ]);
    expect(refused.additions[0]?.by?.standing).toBe('refused');
  });

  it('is trusted through an authority that vouches for the unit', async () => {
    const root = await makeKey({ name: 'CA', authority: true, type: 'RSA' });
    const named = await makeKey({ type: 'RSA', organization: blank.unit.name, issuer: root });
    const trust: Trust = {
      ...trusting(leader),
      authorities: [{ certificate: readCertificate(root.certificate), anyUnit: false }],
    };
    expect((await check(await signByLibpdf(report, named), trust)).verdict).toBe('valid');
  });

  it('does not make a report of another signer trusted', async () => {
    const checked = await check(await signByLibpdf(report, agency), trusting(agency));
    expect([checked.verdict, ...reasons(checked)]).toEqual(['unknown', 'SIGNER_NOT_ENROLLED']);
  });

  it('may be followed by more', async () => {
    const checked = await check(signByPdfsig(await signByLibpdf(report, agency), agency));
    expect(reasons(checked)).toEqual([]);
    expect(checked.additions.map(({ kind, revision }) => `${revision} ${kind}`)).toEqual([
      '2 signature',
      '3 signature',
    ]);
  });

  it('that does not fit any more is said to be broken; no byte of what was added may change', async () => {
    const signed = await signByLibpdf(report, agency);
    const inHex = Buffer.from(signed);
    const at = signed.indexOf('/Contents', report.length, 'latin1') + 400;
    inHex[at] = inHex[at] === 0x30 ? 0x31 : 0x30;
    expect((await check(inHex)).reasons.map(({ code }) => code)).toContain('COUNTERSIGNATURE_BROKEN');
    const accepted: number[] = [];
    const hex = signed.indexOf('/Contents', report.length, 'latin1');
    const hexEnd = signed.indexOf('>', hex, 'latin1');
    const copy = Buffer.from(signed);
    for (let place = report.length; place < signed.length; place += place > hex && place < hexEnd ? 499 : 3) {
      copy[place] = (signed[place] ?? 0) ^ (1 << (place % 7));
      if ((await check(copy)).verdict === 'valid') accepted.push(place - report.length);
      copy[place] = signed[place] ?? 0;
    }
    expect(accepted).toEqual([]);
  });

  it('by a short key is broken', async () => {
    const short = await makeKey({ type: 'RSA', bits: 1024 });
    const checked = await check(await signByLibpdf(report, short), {
      ...both,
      signers: [...both.signers, ...trusting(short).signers],
    });
    expect([checked.verdict, ...reasons(checked)]).toEqual([
      'invalid',
      'COUNTERSIGNATURE_BROKEN',
      'WEAK_ALGORITHM',
    ]);
  });
});

describe('number, date and seal', () => {
  it('stamped by MuPDF on the blanks and signed are accepted, each with who covers it', async () => {
    const numbered = noteByMupdf(report, onLine(1, 'Số:'), '05/BC-UBND');
    const dated = noteByMupdf(numbered, onLine(1, 'Phước An, ngày'), 'ngày 16 tháng 3 năm 2024');
    const sealed = noteByMupdf(dated, signatureBlock(), '', 'Stamp');
    const checked = await check(await signByLibpdf(sealed, agency));
    expect(reasons(checked)).toEqual([]);
    expect(checked.verdict).toBe('valid');
    expect(checked.additions.map(({ kind, page }) => `${kind} ${page}`)).toEqual([
      'stamp 1',
      'stamp 1',
      `stamp ${signatureBlock().page}`,
      'signature null',
    ]);
    expect(checked.additions[0]?.text).toBe('05/BC-UBND');
    for (const { by } of checked.additions) expect(by?.signer?.sha256).toBe(agency.sha256);
  });

  it('that no signature covers are invalid', async () => {
    const checked = await check(noteByMupdf(report, onLine(1, 'Số:'), '05/BC-UBND'));
    expect([checked.verdict, ...reasons(checked)]).toEqual(['invalid', 'LATER_UNSIGNED']);
    const after = noteByMupdf(await signByLibpdf(report, agency), onLine(1, 'Số:'), '06/BC-UBND');
    expect(reasons(await check(after))).toEqual(['LATER_UNSIGNED']);
  });

  it('over a number that the report states itself hide it', async () => {
    report = await makeSignedReport(sampleReport(), leader, resources);
    try {
      const stamped = noteByMupdf(report, onLine(1, 'Số:'), '07/BC-UBND');
      expect(reasons(await check(await signByLibpdf(stamped, agency)))).toEqual(['COVERED']);
    } finally {
      report = await makeSignedReport(blank, leader, resources);
    }
  });
});

describe('what covers the page', () => {
  const over = (page: number, beginning: string, wider: Partial<Place> = {}): Place => ({
    ...onLine(page, beginning),
    ...wider,
  });
  const places: [string, () => Place][] = [
    ['a line of the body', () => over(1, 'Số hồ sơ đã giải quyết')],
    ['one figure of the table', () => over(1, '420/439')],
    [
      'the blank beside a figure',
      () => ({ ...onLine(1, '420/439'), left: onLine(1, '420/439').left - 14, width: 10 }),
    ],
    ['the title', () => over(1, 'BÁO CÁO')],
    ['the name of the agency', () => over(1, 'XÃ PHƯỚC AN')],
    ['the recipients', () => over(signatureBlock().page, 'Nơi nhận')],
    ['a whole page', () => ({ page: 2, left: 0, bottom: 0, width: 595, height: 841 })],
    ['from the signature block up into the text', () => ({ ...signatureBlock(), height: 500 })],
  ];
  it.each(places)('%s: invalid, although it is signed', async (_name, place) => {
    const checked = await check(signByPodofo(report, agency, place(), 'x'));
    expect(checked.verdict).toBe('invalid');
    expect(reasons(checked)).toEqual(['COVERED']);
  });

  it('a note in the margin, signed, hides nothing', async () => {
    const corner = { page: 1, left: 430, bottom: 800, width: 140, height: 24 };
    expect((await check(signByPodofo(report, agency, corner, 'So 05/BC-UBND'))).verdict).toBe('valid');
  });
});

describe('notes of other kinds', () => {
  it.each(['Square', 'Circle', 'Text', 'Redact'])('%s: invalid', async (subtype) => {
    const corner = { page: 1, left: 430, bottom: 800, width: 40, height: 24 };
    const noted = noteByMupdf(report, corner, 'x', subtype);
    const checked = await check(await signByLibpdf(noted, agency));
    expect(checked.verdict).toBe('invalid');
    expect(reasons(checked)).toContain('LATER_NOTE');
  });
});

describe('saved again without a change', () => {
  it.each([false, true])(
    'another title (cross-reference stream: %s) is said, and stays valid',
    async (streams) => {
      const checked = await check(await retitleByLibpdf(report, streams));
      expect([checked.verdict, ...reasons(checked)]).toEqual(['valid', 'RESAVED']);
      expect(checked.additions.map(({ kind }) => kind)).toEqual(['metadata']);
    },
  );
});
