import { describe, expect, it } from 'vitest';
import { LEDGER_IDS, ledgerOf } from '#shared/domain/ledgers/registry.ts';
import type { ImportField } from '#shared/import/fields.ts';
import { headingKey } from '#shared/import/heading-key.ts';
import { recordKind } from '#shared/import/kinds.ts';
import { parseCell } from '#shared/import/parse-cell.ts';
import { foldKey } from '#shared/import/parse-words.ts';
import { parseSuspensions, suspensionsText } from '#shared/import/suspensions-text.ts';
import { BrokenCell, DateCell, PercentCell, type RawCell } from '#shared/import/types.ts';

/** 2024-03-05. */
const MARCH_5 = 45_356;

function field(parser: ImportField['parser'], more: Partial<ImportField> = {}): ImportField {
  return { field: 'x', required: false, parser, synonyms: ['X'], overUnreadable: 'keep', ...more };
}

function read(parser: ImportField['parser'], cell: RawCell): unknown {
  const { value, error } = parseCell(cell, field(parser));
  return error ?? value;
}

describe('counts', () => {
  it.each<[RawCell, unknown]>([
    [0, 0],
    [12, 12],
    ['12', 12],
    [' 1.234 ', 1234],
    ['1 234 567', 1_234_567],
    ['1,234', 1234],
    ['-3', -3],
    [1.5, 'VALUE_UNKNOWN'],
    ['1,5', 'VALUE_UNKNOWN'],
    ['1.23', 'VALUE_UNKNOWN'],
    ['1.234,567', 'VALUE_UNKNOWN'],
    ['mười', 'VALUE_UNKNOWN'],
    [new DateCell(12), 'VALUE_UNKNOWN'],
    [true, 'VALUE_UNKNOWN'],
    [null, undefined],
    ['-', undefined],
    [new BrokenCell('error', '#N/A'), 'CELL_ERROR'],
  ])('reads %j as %j', (cell, value) => expect(read('count', cell)).toBe(value));
});

describe('hours', () => {
  it.each<[RawCell, unknown]>([
    [8, 8],
    [1.5, 1.5],
    ['1,5', 1.5],
    ['1.5', 1.5],
    ['40 tiết', 40],
    ['2,50 giờ', 2.5],
    ['8h', 8],
    [1.3, 'VALUE_UNKNOWN'],
    ['1,25', 'VALUE_UNKNOWN'],
    ['1.500', 'VALUE_UNKNOWN'],
  ])('reads %j as %j', (cell, value) => expect(read('hours', cell)).toBe(value));
});

describe('percentages', () => {
  it.each<[RawCell, unknown]>([
    [80, 80],
    ['80', 80],
    ['80 %', 80],
    ['80,0%', 80],
    ['1 %', 1],
    [0, 0],
    [new PercentCell(0.8), 80],
    [new PercentCell(0.29), 29],
    [new PercentCell(1), 100],
    [new PercentCell(0.805), 'VALUE_UNKNOWN'],
    [0.8, 'VALUE_UNKNOWN'],
    [1, 'VALUE_UNKNOWN'],
    ['0,8', 'VALUE_UNKNOWN'],
    ['tám mươi', 'VALUE_UNKNOWN'],
  ])('reads %j as %j', (cell, value) => expect(read('percent', cell)).toBe(value));
});

describe('months and years', () => {
  it.each<[RawCell, unknown]>([
    ['3/2024', '2024-03'],
    ['03/2024', '2024-03'],
    ['03-2024', '2024-03'],
    ['tháng 3 năm 2024', '2024-03'],
    ['Tháng 03/2024', '2024-03'],
    ['T3/2024', '2024-03'],
    ['2024-03', '2024-03'],
    ['2024/3', '2024-03'],
    ['05/03/2024', '2024-03'],
    [new DateCell(MARCH_5), '2024-03'],
    ['13/2024', 'VALUE_UNKNOWN'],
    ['3', 'VALUE_UNKNOWN'],
    [3, 'VALUE_UNKNOWN'],
  ])('reads the month %j as %j', (cell, value) => expect(read('month', cell)).toBe(value));

  it.each<[RawCell, unknown]>([
    [2024, 2024],
    ['2024', 2024],
    ['năm 2024', 2024],
    ['01/01/2024', 2024],
    [new DateCell(MARCH_5), 2024],
    [2024.5, 'VALUE_UNKNOWN'],
    ['24', 'VALUE_UNKNOWN'],
  ])('reads the year %j as %j', (cell, value) => expect(read('year', cell)).toBe(value));
});

describe('signs', () => {
  it.each<[ImportField['parser'], RawCell, unknown]>([
    ['sign', ' CB  01 ', 'CB 01'],
    ['sign', 7, '7'],
    ['sign', "'007", '007'],
    ['sign', new DateCell(MARCH_5), 'VALUE_UNKNOWN'],
    ['procedure', '1.001193', '1.001193'],
    ['procedure', 1.00119, '1.001190'],
    ['procedure', 2.000635, '2.000635'],
    ['objective', 2.3, '2.3'],
    ['objective', '2,3', '2.3'],
    ['objective', 'Mục tiêu 2.3', '2.3'],
    ['objective', 'x1', 'x1'],
  ])('reads the %s %j as %j', (parser, cell, value) => expect(read(parser, cell)).toBe(value));

  it('keeps lines of long texts and quoted strokes', () => {
    expect(read('long-text', ' dòng  một \r\ndòng hai\n')).toBe('dòng một\ndòng hai');
    expect(read('text', 'dòng một\ndòng hai')).toBe('dòng một dòng hai');
    expect(read('text', "'-")).toBe('-');
    expect(read('text', "'trích")).toBe("'trích");
    expect(read('text', "''trích")).toBe("'trích");
  });
});

describe('suspensions', () => {
  it('reads back what is written', () => {
    const spans = [
      { kind: 'supplement', from: '2024-03-01', to: '2024-03-05', dueBefore: '2024-03-10' },
      { kind: 'payment', from: '2024-03-07', to: '2024-03-07', dueBefore: null },
      { kind: 'paused', from: '2024-03-12', to: null, dueBefore: null },
    ] as never;
    const text = suspensionsText(spans);
    expect(text).toBe(
      'Bổ sung 01/03/2024–05/03/2024 (hạn cũ 10/03/2024); Nghĩa vụ tài chính 07/03/2024–07/03/2024; Tạm dừng từ 12/03/2024',
    );
    expect(parseSuspensions(text)).toEqual(spans);
  });

  it('reads what people type, and nothing else', () => {
    expect(parseSuspensions('Yêu cầu bổ sung từ ngày 1/3/2024 đến ngày 5/3/2024')).toEqual([
      { kind: 'supplement', from: '2024-03-01', to: '2024-03-05', dueBefore: null },
    ]);
    for (const text of ['Bổ sung', '01/03/2024', 'Bổ sung 31/02/2024', 'Bổ sung 05/03/2024–01/03/2024'])
      expect(parseSuspensions(text)).toBeNull();
  });
});

describe.each(LEDGER_IDS)('the fields of %s', (ledger) => {
  const kind = recordKind(ledger);

  it('have headings of their own', () => {
    const seen = new Map<string, string>();
    for (const { field: name, synonyms } of kind.fields) {
      for (const synonym of synonyms) {
        const key = headingKey(synonym);
        expect(seen.get(key) ?? name, `${name} and ${seen.get(key)}: ${synonym}`).toBe(name);
        seen.set(key, name);
        expect(kind.otherKeys.has(key)).toBe(false);
      }
    }
  });

  it('have words that mean one value', () => {
    for (const [name, definition] of Object.entries(ledgerOf(ledger).fields)) {
      const found = kind.fields.find((candidate) => candidate.field === name);
      for (const [value, words] of Object.entries(definition.choices ?? {})) {
        for (const word of [...words.split('|'), value])
          expect(found?.words?.get(foldKey(word)), `${name}: ${word}`).toBe(value);
      }
    }
  });
});
