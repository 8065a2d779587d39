import { beforeAll, describe, expect, it } from 'vitest';
import type { VerifyCode } from '#electron/report/verify/codes.ts';
import { type AddedObject, append, streamBody } from './support/append.ts';
import { signByLibpdf } from './support/other-programs.ts';
import {
  agency,
  check,
  expectAltered,
  form,
  free,
  page,
  pageWith,
  parts,
  prepare,
  report,
  stamp,
  stamped,
} from './support/revised.ts';

beforeAll(prepare);

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
