import { beforeAll, describe, expect, it } from 'vitest';
import { makeSignedReport } from '#electron/report/sign/sign-report.ts';
import type { VerifyCode } from '#electron/report/verify/codes.ts';
import type { Trust } from '#electron/report/verify/trust.ts';
import { type Verification, verifyReport } from '#electron/report/verify/verify-report.ts';
import {
  type AddedObject,
  type Append,
  append,
  lastTable,
  nextId,
  partsOf,
  streamBody,
} from './support/append.ts';
import { makeKey, type TestKey, trusting } from './support/keys.ts';
import { signByLibpdf } from './support/other-programs.ts';
import { resources, sampleReport } from './support/sample-report.ts';

// Later saves with bad intentions. Each is tried bare and again under a further signature of a trusted agency: a
// signature over an altered file does not make it better.

let leader: TestKey;
let agency: TestKey;
let trust: Trust;
let report: Buffer;
let parts: ReturnType<typeof partsOf>;
let free: number;

beforeAll(async () => {
  [leader, agency] = await Promise.all([makeKey(), makeKey({ type: 'RSA' })]);
  trust = { ...trusting(leader), signers: [...trusting(leader).signers, ...trusting(agency).signers] };
  report = await makeSignedReport(sampleReport(), leader, resources);
  parts = partsOf(report);
  free = nextId(report);
});

const check = (pdf: Uint8Array): Promise<Verification> =>
  verifyReport(pdf, { trust, now: '2040-01-01T00:00:00Z', comparePages: false, resources });

async function expectAltered(pdf: Buffer, code: VerifyCode): Promise<void> {
  const { verdict, reasons, report: data } = await check(pdf);
  expect(reasons.map((reason) => reason.code)).toContain(code);
  expect(verdict).toBe('invalid');
  // Whatever was added, the data are those of the first revision.
  expect(data).toEqual(sampleReport());
}

const page = (): number => parts.pages[0] ?? -1;
const catalog = (): number => parts.idWith('/Type /Catalog');
const contents = (): number => Number(/\/Contents (\d+)/.exec(parts.head(page()))?.[1]);
const rootAlone = (): AddedObject => [catalog(), parts.head(catalog())];
const catalogWith = (entry: string): AddedObject => [
  catalog(),
  parts.head(catalog()).replace('/Type /Catalog', `/Type /Catalog ${entry}`),
];
const pageWith = (entry: string): AddedObject => [
  page(),
  parts.head(page()).replace('/Type /Page', `/Type /Page ${entry}`),
];
const form = (bbox = '0 0 10 10', content = '0 0 10 10 re f'): string =>
  streamBody(`/Type /XObject /Subtype /Form /BBox [${bbox}] /Resources << >>`, content);
const stamp = (entries = ''): string =>
  `<< /Type /Annot /Subtype /Stamp /Rect [430 800 470 820] /F 4 /AP << /N ${free + 1} 0 R >> ${entries} >>`;
const stamped = (annotation: string, appearance = form()): AddedObject[] => [
  pageWith(`/Annots [${free} 0 R]`),
  [free, annotation],
  [free + 1, appearance],
];

describe('a save that changes what was signed', () => {
  const attachment = (): number => parts.idWith('/Type /EmbeddedFile');
  const specification = (): number => parts.idWith('/AFRelationship');
  const cases: [string, VerifyCode, () => Append][] = [
    ['text of a page', 'LATER_PAGE', () => ({ objects: [[contents(), streamBody('', 'BT ET')]] })],
    [
      'another page in its place',
      'LATER_PAGE',
      () => ({
        objects: [
          [page(), parts.head(page()).replace(/\/Contents \d+ 0 R/, `/Contents ${free} 0 R`)],
          [free, streamBody('', '0 0 595 842 re f')],
        ],
      }),
    ],
    [
      'fonts of a page',
      'LATER_PAGE',
      () => ({ objects: [[parts.idWith('/Subtype /Type0'), '<< /Type /Font >>']] }),
    ],
    [
      'size of a page',
      'LATER_PAGE',
      () => ({
        objects: [[page(), parts.head(page()).replace(/\/MediaBox \[[^\]]*\]/, '/MediaBox [0 0 595 400]')]],
      }),
    ],
    ['a page turned', 'LATER_PAGE', () => ({ objects: [pageWith('/Rotate 180')] })],
    [
      'a page less',
      'LATER_OBJECT',
      () => {
        const pages = parts.idWith('/Type /Pages');
        return {
          objects: [
            [
              pages,
              parts
                .head(pages)
                .replace(/\/Kids \[\d+ 0 R /, '/Kids [')
                .replace(/\/Kids \[\d+ 0 R\n/, '/Kids ['),
            ],
          ],
        };
      },
    ],
    [
      'the data',
      'LATER_ATTACHMENT',
      () => ({
        objects: [[attachment(), streamBody('/Type /EmbeddedFile /Params << /Size 2 >>', '{}')]],
      }),
    ],
    [
      'the name of the attachment',
      'LATER_ATTACHMENT',
      () => ({
        objects: [[specification(), parts.head(specification()).replaceAll('bao-cao.json', 'bao-cao.jsom')]],
      }),
    ],
    [
      'a second attachment',
      'LATER_ATTACHMENT',
      () => ({
        objects: [
          [catalog(), parts.head(catalog()).replace(/\/AF \[/, `/AF [${free} 0 R `)],
          [free, '<< /Type /Filespec /F (b.json) >>'],
        ],
      }),
    ],
    [
      'a script at opening',
      'LATER_CATALOGUE',
      () => ({
        objects: [catalogWith('/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>')],
      }),
    ],
    [
      'the same in another spelling',
      'LATER_CATALOGUE',
      () => ({
        objects: [catalogWith('/Open#41ction << /S /Java#53cript >>')],
      }),
    ],
    ['layers', 'LATER_CATALOGUE', () => ({ objects: [catalogWith('/OCProperties << >>')] })],
    [
      'another list of pages',
      'LATER_CATALOGUE',
      () => ({
        objects: [
          [catalog(), parts.head(catalog()).replace(/\/Pages \d+ 0 R/, `/Pages ${free} 0 R`)],
          [free, '<< /Type /Pages /Kids [] /Count 0 >>'],
        ],
      }),
    ],
    [
      'a second catalogue',
      'LATER_CATALOGUE',
      () => ({
        objects: [[free, parts.head(catalog())]],
        trailer: `/Root ${free} 0 R`,
      }),
    ],
    [
      'a second catalogue that nothing names',
      'LATER_HIDDEN',
      () => ({
        objects: [rootAlone(), [free, parts.head(catalog())]],
      }),
    ],
    [
      'the signature',
      'LATER_OBJECT',
      () => ({ objects: [[parts.idWith('/Type /Sig\n'), '<< /Type /Sig >>']] }),
    ],
    [
      'the field of the signature',
      'LATER_OBJECT',
      () => ({
        objects: [
          [parts.idWith('/FT /Sig'), parts.head(parts.idWith('/FT /Sig')).replace(/\/V \d+ 0 R/, '')],
        ],
      }),
    ],
    [
      'the field taken out of the form',
      'LATER_CATALOGUE',
      () => {
        const id = parts.idWith('/SigFlags');
        return { objects: [[id, parts.head(id).replace(/\/Fields \[[^\]]*\]/, '/Fields []')]] };
      },
    ],
    [
      'a form that calculates',
      'LATER_CATALOGUE',
      () => {
        const id = parts.idWith('/SigFlags');
        return { objects: [[id, parts.head(id).replace('/SigFlags', '/XFA (x)\n/SigFlags')]] };
      },
    ],
    ['an object removed', 'LATER_REMOVED', () => ({ objects: [rootAlone()], free: [contents()] })],
    [
      'metadata that are the page',
      'LATER_CATALOGUE',
      () => ({
        objects: [
          [catalog(), parts.head(catalog()).replace(/\/Metadata \d+ 0 R/, `/Metadata ${contents()} 0 R`)],
        ],
      }),
    ],
  ];
  it.each(cases)('%s: %s', async (_name, code, make) => {
    const changed = append(report, make());
    await expectAltered(changed, code);
    await expectAltered(
      append(report, { ...make(), form: make().trailer || make().free ? 'table' : 'streams' }),
      code,
    );
  });

  it('is not bettered by a further signature', async () => {
    const changed = append(report, { objects: [[contents(), streamBody('', 'BT ET')]] });
    await expectAltered(await signByLibpdf(changed, agency), 'LATER_PAGE');
  });

  it('metadata made the page in two steps', async () => {
    const first = append(report, {
      objects: [
        [catalog(), parts.head(catalog()).replace(/\/Metadata \d+ 0 R/, `/Metadata ${contents()} 0 R`)],
      ],
    });
    await expectAltered(append(first, { objects: [[contents(), streamBody('', 'BT ET')]] }), 'LATER_PAGE');
  });
});

describe('a save that adds what it should not', () => {
  const cases: [string, VerifyCode, () => AddedObject[]][] = [
    ['a stamp with an action', 'LATER_NOTE', () => stamped(stamp('/A << /S /URI /URI (http://x) >>'))],
    ['a stamp that acts when the page opens', 'LATER_NOTE', () => stamped(stamp('/AA << >>'))],
    ['a stamp with a layer', 'LATER_NOTE', () => stamped(stamp('/OC << >>'))],
    ['a stamp that grows with the view', 'LATER_NOTE', () => stamped(stamp().replace('/F 4', '/F 12'))],
    ['a hidden stamp', 'LATER_NOTE', () => stamped(stamp().replace('/F 4', '/F 6'))],
    [
      'a stamp that changes under the pointer',
      'LATER_NOTE',
      () => stamped(stamp().replace('/N ', `/R ${free + 1} 0 R /N `)),
    ],
    [
      'a stamp without a picture of its own',
      'LATER_NOTE',
      () => stamped(stamp().replace(/\/AP << [^>]* >>/, '')),
    ],
    ['a stamp of another page', 'LATER_NOTE', () => stamped(stamp(`/P ${parts.pages[1]} 0 R`))],
    ['a link', 'LATER_NOTE', () => stamped(stamp().replace('/Stamp', '/Link'))],
    ['a file', 'LATER_NOTE', () => stamped(stamp().replace('/Stamp', '/FileAttachment'))],
    ['a text field', 'LATER_NOTE', () => stamped(stamp('/FT /Tx').replace('/Stamp', '/Widget'))],
    [
      'a signature field that the form does not know',
      'LATER_NOTE',
      () => stamped(stamp('/FT /Sig /T (x)').replace('/Stamp', '/Widget')),
    ],
    [
      'a layer inside a picture',
      'LATER_HIDDEN',
      () => stamped(stamp(), streamBody('/Subtype /Form /BBox [0 0 1 1] /OC << /Type /OCG >>', 'f')),
    ],
    [
      'PostScript in a picture',
      'LATER_HIDDEN',
      () =>
        stamped(
          stamp(),
          streamBody(
            '/Subtype /Form /BBox [0 0 1 1] /Resources << /XObject << /X << /Subtype /PS >> >> >>',
            'f',
          ),
        ),
    ],
    [
      'a picture of another file',
      'LATER_HIDDEN',
      () => stamped(stamp(), streamBody('/Subtype /Form /BBox [0 0 1 1] /F (x.pdf)', 'f')),
    ],
    [
      'an object that nothing names, kept for later',
      'LATER_HIDDEN',
      () => [...stamped(stamp()), [free + 2, streamBody('', '0 0 595 842 re f')]],
    ],
    [
      'a stamp from the report’s own objects',
      'LATER_OBJECT',
      () => [pageWith(`/Annots [${parts.idWith('/FT /Sig')} 0 R]`)],
    ],
    [
      'a stamp twice',
      'LATER_PAGE',
      () =>
        stamped(stamp()).map(([id, body]) => [
          id,
          body.replace(`[${free} 0 R]`, `[${free} 0 R ${free} 0 R]`),
        ]),
    ],
  ];
  it.each(cases)('%s: %s', async (_name, code, make) => {
    await expectAltered(await signByLibpdf(append(report, { objects: make() }), agency), code);
    await expectAltered(append(report, { objects: make(), form: 'streams' }), code);
  });

  it('the stamp that the cases start from is accepted once it is signed, in either form of file', async () => {
    for (const how of ['table', 'streams'] as const) {
      const signed = await signByLibpdf(append(report, { objects: stamped(stamp()), form: how }), agency);
      const { verdict, additions } = await check(signed);
      expect([verdict, ...additions.map(({ kind }) => kind)]).toEqual(['valid', 'stamp', 'signature']);
    }
  });

  it('the picture of a signed stamp changed afterwards', async () => {
    const signed = await signByLibpdf(append(report, { objects: stamped(stamp()) }), agency);
    await expectAltered(
      append(signed, { objects: [[free + 1, form('0 0 10 10', '1 0 0 rg 0 0 9 9 re f')]] }),
      'LATER_OBJECT',
    );
  });

  it('a signed stamp moved over the text, or taken away again', async () => {
    const signed = await signByLibpdf(append(report, { objects: stamped(stamp()) }), agency);
    const moved = stamp().replace('[430 800 470 820]', '[100 400 500 600]');
    await expectAltered(append(signed, { objects: [[free, moved]] }), 'LATER_OBJECT');
    await expectAltered(append(signed, { objects: [[page(), parts.head(page())]] }), 'LATER_PAGE');
  });
});

describe('a save that cannot be read with certainty', () => {
  const cases: [string, () => Append][] = [
    ['a chain in a circle', () => ({ objects: [rootAlone()], prev: report.length + 4 })],
    ['a chain past the report', () => ({ objects: [rootAlone()], prev: 0 })],
    [
      'a chain into the middle of the report',
      () => ({ objects: [rootAlone()], prev: lastTable(report) + 1 }),
    ],
    ['bytes that no object owns', () => ({ objects: [rootAlone()], junk: '(hidden)\n' })],
    ['a long comment', () => ({ objects: [rootAlone()], junk: `%${'x'.repeat(400)}\n` })],
    [
      'an entry into the report’s bytes',
      () => ({
        objects: [rootAlone(), [free, '']],
        offsets: { [free]: report.indexOf('stream\n') },
      }),
    ],
    [
      'an object number at another place',
      () => ({ objects: [rootAlone(), [free, '']], offsets: { [free]: report.length } }),
    ],
    ['encryption', () => ({ objects: [rootAlone()], trailer: `/Root ${catalog()} 0 R /Encrypt << >>` })],
    ['a hybrid file', () => ({ objects: [rootAlone()], trailer: `/Root ${catalog()} 0 R /XRefStm 15` })],
    ['a key twice', () => ({ objects: [[free, '<< /A 1 /A 2 >>']] })],
    [
      'a stream of another length',
      () => ({ objects: [[free, '<< /Length 3 >>\nstream\nabcdef\nendstream']] }),
    ],
  ];
  it.each(cases)('%s', async (_name, make) => {
    await expectAltered(append(report, make()), 'CHANGED_AFTER_SIGNING');
  });

  it('a section that the chain leaves out', async () => {
    const first = append(report, { objects: [[contents(), streamBody('', 'BT ET')]] });
    await expectAltered(
      append(first, { objects: [rootAlone()], prev: lastTable(report) }),
      'CHANGED_AFTER_SIGNING',
    );
  });

  it('two hundred saves', async () => {
    let pdf = report;
    for (let save = 0; save < 200; save += 1) pdf = append(pdf, { objects: [rootAlone()] });
    await expectAltered(pdf, 'CHANGED_AFTER_SIGNING');
  });

  it('an object stream that inflates without end', async () => {
    const bomb = append(report, { objects: [[free, `(${'a'.repeat(40 * 1024 * 1024)})`]], form: 'streams' });
    await expectAltered(bomb, 'CHANGED_AFTER_SIGNING');
  });

  it('half of a save', async () => {
    const whole = append(report, { objects: [rootAlone()] });
    await expectAltered(whole.subarray(0, whole.length - 12), 'BYTES_APPENDED');
  });
});

describe('a save of nothing new', () => {
  it('is told and stays valid', async () => {
    for (const how of ['table', 'streams'] as const) {
      const { verdict, reasons } = await check(append(report, { objects: [rootAlone()], form: how }));
      expect([verdict, ...reasons.map(({ code }) => code)]).toEqual([
        'valid',
        'PAGE_NOT_COMPARED',
        'RESAVED',
      ]);
    }
  });
});
