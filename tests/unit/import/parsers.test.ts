import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  dateParts,
  dayNumber,
  formatDate,
  type LocalDate,
  localDate,
} from '#shared/domain/local-date.ts';
import { cellText, isBlankCell, serialToDate, tidyText } from '#shared/import/cells.ts';
import { DOSSIER_IMPORT_FIELDS } from '#shared/import/fields.ts';
import { codeKey, isUsualCode, parseCell } from '#shared/import/parse-cell.ts';
import { parseDateCell } from '#shared/import/parse-date.ts';
import {
  parseChannel,
  parseFlag,
  parseOutcome,
  parseStatus,
  parseYesNo,
} from '#shared/import/parse-words.ts';
import { DateCell, type RawCell } from '#shared/import/types.ts';

const anyDay = fc
  .integer({ min: dayNumber(localDate(1954, 10, 3)), max: dayNumber(localDate(2169, 12, 31)) })
  .map((days) => addDays(localDate(1970, 1, 1), days));
const serial = (date: LocalDate) => dayNumber(date) + 25_569;

describe('dates', () => {
  it('are read from every usual form of any day', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(23), fc.nat(59), (date, hour, minute) => {
        const { year, month, day } = dateParts(date);
        const dd = String(day).padStart(2, '0');
        const mm = String(month).padStart(2, '0');
        const time = `${hour}:${String(minute).padStart(2, '0')}`;
        const forms: RawCell[] = [
          new DateCell(serial(date)),
          new DateCell(serial(date) + (hour * 60 + minute) / 1440),
          serial(date),
          String(serial(date)),
          formatDate(date),
          `${day}/${month}/${year}`,
          `${dd}-${mm}-${year}`,
          `${dd}.${mm}.${year}`,
          `${formatDate(date)} ${time}`,
          `${formatDate(date)} ${time}:07`,
          `${time} ${formatDate(date)}`,
          `${hour}h${minute} ngày ${formatDate(date)}`,
          date,
          `${date} ${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00`,
          `${date}T00:00:00`,
          `${year}/${mm}/${dd}`,
          `ngày ${day} tháng ${month} năm ${year}`,
          `  ${formatDate(date)}\u00a0`,
          `${year}${mm}${dd}`,
          `${dd}${mm}${year}`,
        ];
        for (const form of forms) expect([form, parseDateCell(form)]).toEqual([form, date]);
      }),
    );
  });

  it('put the day first, always', () => {
    fc.assert(
      fc.property(anyDay, (date) => {
        const { year, month, day } = dateParts(date);
        const american = parseDateCell(
          `${String(month).padStart(2, '0')}/${String(day).padStart(2, '0')}/${year}`,
        );
        expect(american).toBe(day <= 12 ? localDate(year, day, month) : null);
      }),
    );
  });

  it.each([
    '31/02/2024',
    '29/02/2023',
    '00/01/2024',
    '15/13/2024',
    '15/03/24a',
    'mùng 5 Tết',
    '15/03',
    '03/2024',
    '5 ngày',
    '2024',
    '15-03/2024',
    '15/03/2024/1',
    'x',
    '12:30',
    '1',
    '0.5',
  ])('%s is none', (text) => {
    expect(parseDateCell(text)).toBeNull();
  });

  it('reads two-digit years as 1970–2069 and times with a zone as the day in Vietnam', () => {
    expect(parseDateCell('3/7/24')).toBe('2024-07-03');
    expect(parseDateCell('1/1/99')).toBe('1999-01-01');
    expect(parseDateCell('2024-03-14T17:00:00.000Z')).toBe('2024-03-15');
    expect(parseDateCell('2024-03-14T16:59:59Z')).toBe('2024-03-14');
    expect(parseDateCell('2024-03-15T00:00:00+07:00')).toBe('2024-03-15');
    expect(parseDateCell('15/03/2024 08:00 SA')).toBe('2024-03-15');
  });

  it('takes small numbers for counts and serials just below midnight for their own day', () => {
    expect(parseDateCell(5)).toBeNull();
    expect(parseDateCell(true)).toBeNull();
    expect(serialToDate(45366.99999999)).toBe('2024-03-15');
    expect(serialToDate(45366 - 1e-10)).toBe('2024-03-15');
    expect(serialToDate(0)).toBeNull();
  });
});

describe('words', () => {
  it.each([
    ['Trực tiếp', 'direct'],
    ['TRUC TIEP', 'direct'],
    ['tại Bộ phận Một cửa', 'direct'],
    ['Online', 'online'],
    ['Trực tuyến (toàn trình)', 'online'],
    ['Cổng DVCQG', 'online'],
    ['BCCI', 'post'],
    ['Bưu chính công ích', 'post'],
    ['Dịch vụ BCCI', 'post'],
    ['qua bưu điện', 'post'],
    ['1', 'direct'],
    ['2', 'online'],
    ['3', 'post'],
    ['Qua người quen', null],
    ['Trực tiếp và trực tuyến', null],
    ['không trực tuyến', null],
    ['4', null],
  ])('channel %s', (text, channel) => {
    expect(parseChannel(text)).toBe(channel);
    expect(parseChannel(text.normalize('NFD').toUpperCase())).toBe(channel);
  });

  it.each([
    ['Mới đăng ký', 'registered'],
    ['Không được tiếp nhận', 'not-accepted'],
    ['Được tiếp nhận', 'accepted'],
    ['Đang xử lý', 'processing'],
    ['Đang giải quyết (quá hạn)', 'processing'],
    ['Yêu cầu bổ sung giấy tờ', 'supplement'],
    ['Yêu cầu thực hiện nghĩa vụ tài chính', 'payment'],
    ['Tạm dừng', 'paused'],
    ['Công dân yêu cầu rút hồ sơ', 'withdrawn'],
    ['Công dân rút hồ sơ', 'withdrawn'],
    ['Dừng xử lý', 'stopped'],
    ['Dừng giải quyết', 'stopped'],
    ['Từ chối giải quyết', 'refused'],
    ['Đã xử lý xong', 'finished'],
    ['Đã giải quyết đúng hạn', 'finished'],
    ['Đã trả kết quả', 'returned'],
    ['Đã trả kết quả trước hạn', 'returned'],
    ['10. Đã trả kết quả', 'returned'],
    ['9', 'finished'],
    ['Hồ sơ đang xử lý', 'processing'],
    ['da tra ket qua', 'returned'],
    ['Đúng hạn', null],
    ['abc', null],
    ['11', null],
  ])('status %s', (text, status) => {
    expect(parseStatus(text)).toBe(status);
    expect(parseStatus(text.normalize('NFD'))).toBe(status);
  });

  it.each([
    ['x', 'yes'],
    ['X', 'yes'],
    ['Có', 'yes'],
    ['✓', 'yes'],
    ['☑', 'yes'],
    ['đã số hóa', 'yes'],
    ['Đã số hoá', 'yes'],
    ['1', 'yes'],
    ['TRUE', 'yes'],
    ['không', 'no'],
    ['Chưa', 'no'],
    ['0', 'no'],
    ['☐', 'no'],
    ['chưa số hóa', 'no'],
    ['không yêu cầu', 'not-required'],
    ['KHÔNG YÊU CẦU', 'not-required'],
    ['miễn', 'not-required'],
    ['N/A', 'not-required'],
    ['có lẽ', null],
    ['2', null],
  ])('flag %s', (text, flag) => {
    expect(parseFlag(text)).toBe(flag);
  });

  it('outcomes and yes or no', () => {
    expect(['Được cấp', 'Từ chối', 'Rút hồ sơ', 'Hủy', 'Giấy khai sinh'].map(parseOutcome)).toEqual([
      'approved',
      'refused',
      'withdrawn',
      'stopped',
      null,
    ]);
    expect(['Có', 'không', 'khớp', 'không khớp', 'không yêu cầu', '?'].map(parseYesNo)).toEqual([
      true,
      false,
      true,
      false,
      null,
      null,
    ]);
  });
});

const field = (name: string) => {
  const found = DOSSIER_IMPORT_FIELDS.find((candidate) => candidate.field === name);
  if (found === undefined) throw new Error(name);
  return found;
};

describe('cells', () => {
  it('gives identity numbers their zeros back and keeps the others', () => {
    const id = (cell: RawCell) => parseCell(cell, field('personId'));
    expect(id('075169411131')).toEqual({ value: '075169411131', error: null, remark: null });
    expect(id("'075169411131")).toMatchObject({ value: '075169411131' });
    expect(id('075 169 411 131')).toMatchObject({ value: '075169411131' });
    expect(id(75169411131)).toEqual({ value: '075169411131', error: null, remark: 'PERSON_ID_ZERO' });
    expect(id(1169411131)).toMatchObject({ value: '001169411131', remark: 'PERSON_ID_ZERO' });
    expect(id(271234567)).toMatchObject({ value: '271234567', remark: null });
    expect(id(12345678)).toMatchObject({ value: '012345678', remark: 'PERSON_ID_ZERO' });
    expect(id('C1234567')).toMatchObject({ value: 'C1234567', remark: null });
    expect(id('7.51694E+10')).toMatchObject({ error: 'VALUE_UNKNOWN' });
    expect(id(75.5)).toMatchObject({ error: 'VALUE_UNKNOWN' });
  });

  it('compares codes in upper case without blanks', () => {
    expect(codeKey(' h19-240315 - 0001\u00a0')).toBe('H19-240315-0001');
    expect(
      ['000.00.40.H19-231201-0001', 'H19.1.2-240101-00001', 'G12-240315-000123'].map(isUsualCode),
    ).toEqual([true, true, true]);
    expect(
      ['123', '000.00.40.H19-231301-0001', '000.00.40.H19-231201', 'H19-231200-0001'].map(isUsualCode),
    ).toEqual([false, false, false, false]);
  });

  it('never cuts a text', () => {
    expect(parseCell('x'.repeat(2000), field('note'))).toMatchObject({ error: null });
    expect(parseCell('x'.repeat(2001), field('note'))).toMatchObject({
      value: undefined,
      error: 'VALUE_TOO_LONG',
    });
    expect(parseCell('#N/A', field('note'))).toMatchObject({ error: 'CELL_ERROR' });
  });

  it('tidies text without changing what it says', () => {
    expect(tidyText('  Nguyễn\u00a0 Văn\t\n A\u200b ')).toBe('Nguyễn Văn A');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const tidy = tidyText(text);
        expect(tidyText(tidy)).toBe(tidy);
        expect(tidy).toBe(tidy.normalize('NFC'));
      }),
    );
    expect([null, '', '  ', '-', '…', '—', '...'].map((cell) => isBlankCell(cell))).toEqual(
      Array(7).fill(true),
    );
    expect(['0', 'x', '-1', 0, false].map((cell) => isBlankCell(cell))).toEqual(Array(5).fill(false));
  });

  it('shows cells as a clerk sees them', () => {
    expect(
      [
        new DateCell(45366),
        new DateCell(45366.5),
        new DateCell(45366.75 + 1 / 86400),
        75169411131,
        0.1,
        true,
        null,
      ].map((cell) => cellText(cell)),
    ).toEqual(['15/03/2024', '15/03/2024 12:00', '15/03/2024 18:00:01', '75169411131', '0.1', 'TRUE', '']);
  });
});
