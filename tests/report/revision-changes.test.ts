import { beforeAll, describe, it } from 'vitest';
import type { VerifyCode } from '#electron/report/verify/codes.ts';
import { type Append, append, streamBody } from './support/append.ts';
import { signByLibpdf } from './support/other-programs.ts';
import {
  agency,
  catalog,
  catalogWith,
  contents,
  expectAltered,
  free,
  page,
  pageWith,
  parts,
  prepare,
  report,
  rootAlone,
} from './support/revised.ts';

beforeAll(prepare);

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
