import { describe, expect, it } from 'vitest';
import { typedCode } from '#renderer/features/reports/model/typed-code.ts';
import {
  type ReceiptDraft,
  withLineAfter,
  withLineBack,
  withoutLine,
} from '#renderer/features/verify/model/receipt-draft.ts';
import { isReceiptName, receiptFileName } from '#shared/receiver/receipt.ts';
import { receiptPlaces } from '#shared/receiver/receipt-places.ts';
import { standingReceipt } from '#shared/receiver/standing-receipt.ts';

describe('the answer that stands', () => {
  const answer = (issuedAt: string, trusted: boolean) => ({ issuedAt, trusted });
  it('is the last by a known signer, whatever came after it from others', () => {
    const known = answer('2024-03-18T01:00:00Z', true);
    const later = answer('2024-03-19T01:00:00Z', true);
    const unknown = answer('2024-03-20T01:00:00Z', false);
    expect(standingReceipt([])).toBeNull();
    expect(standingReceipt([unknown])).toBe(unknown);
    expect(standingReceipt([unknown, known])).toBe(known);
    // One that was given earlier changes nothing, in whichever order they came in.
    expect(standingReceipt([later, known, unknown])).toBe(later);
  });
});

describe('a code as it is typed', () => {
  it('is complete with eight digits, whatever stands between them', () => {
    expect(typedCode('1234 5678').digits).toBe('12345678');
    expect(typedCode('12.34-56 78').digits).toBe('12345678');
    expect(typedCode('')).toEqual({ digits: null, fault: 'few', by: 8 });
    expect(typedCode('1234 567')).toEqual({ digits: null, fault: 'few', by: 1 });
    expect(typedCode('1234 5678 90')).toEqual({ digits: null, fault: 'tooMany', by: 2 });
    expect(typedCode('1234 567o').fault).toBe('letters');
  });
});

describe('the lines of reasons', () => {
  const draft = (...texts: string[]): ReceiptDraft => ({
    verdict: 'returned',
    lines: texts.map((text, key) => ({ key, where: null, text })),
    removed: [],
  });
  const textsOf = ({ lines }: Pick<ReceiptDraft, 'lines'>) => lines.map(({ text }) => text);

  it('grow after the one at hand, each with a key of its own', () => {
    const lines = withLineAfter(draft('a', 'b').lines, 0);
    expect(textsOf({ lines })).toEqual(['a', '', 'b']);
    expect(new Set(lines.map(({ key }) => key)).size).toBe(3);
  });

  it('come back when they were taken out, the last one first', () => {
    const without = withoutLine(withoutLine(draft('a', 'b', 'c'), 1), 0);
    expect(textsOf(without)).toEqual(['c']);
    const back = withLineBack(withLineBack(without));
    expect(textsOf(back)).toEqual(['c', 'a', 'b']);
    expect(back.removed).toEqual([]);
    expect(withLineBack(back)).toBe(back);
  });

  it('never run out, and an empty one leaves nothing behind', () => {
    const emptied = withoutLine(draft(''), 0);
    expect(textsOf(emptied)).toEqual(['']);
    expect(emptied.removed).toEqual([]);
  });
});

describe('the places a reason may name', () => {
  it('are the objectives and rows of the report, none longer than an answer has room for, each once', () => {
    const long = 'Bảo vệ, chăm sóc trẻ em và phòng, chống tệ nạn xã hội trên địa bàn xã';
    const places = receiptPlaces({
      objectives: [{ id: '2.3', title: 'Hồ sơ trực tuyến' }],
      flow: [
        { field: 'Hộ tịch' },
        { field: `${long} A` },
        { field: `${long} B` },
        { field: null },
        { field: null },
      ],
    }).map(({ where }) => where);
    expect(places.slice(0, 3)).toEqual(['2.3', 'Biểu II.06a', 'Biểu II.06a, Hộ tịch']);
    expect(places).toContain('Biểu II.06a, chưa ghi lĩnh vực');
    expect(places.every((where) => where.length <= 60)).toBe(true);
    expect(new Set(places).size).toBe(places.length);
  });
});

describe('the name of an answer', () => {
  it('says unit, period, revision and answer', () => {
    const name = receiptFileName({ unitCode: '26503', period: '2024-Q1', revision: 2 }, 'returned');
    expect(name).toBe('TraLoi_26503_2024-Q1_R2_TraLai.scl-receipt');
    expect(isReceiptName(name.toUpperCase())).toBe(true);
    expect(isReceiptName('BaoCao_26503_2024-Q1_R2.pdf')).toBe(false);
  });
});
