import { beforeAll, describe, expect, it } from 'vitest';
import { type Append, append, lastTable, streamBody } from './support/append.ts';
import {
  catalog,
  check,
  contents,
  expectAltered,
  free,
  prepare,
  report,
  rootAlone,
} from './support/revised.ts';

beforeAll(prepare);

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
