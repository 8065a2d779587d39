import { describe, expect, it } from 'vitest';
import { file, readAll } from './support.ts';

const answers = (lines: readonly string[]) =>
  readAll(file(`\uFEFFNgày đánh giá;Mức độ hài lòng;Ghi chú\n${lines.join('\n')}\n`, 'csv'), {
    kind: 'survey-answers',
  });

describe('a row with a single cell', () => {
  it('that gives a value is never passed over, though its day stands in a merged cell above', async () => {
    const { records, bad, ignored } = await answers([
      '01/02/2024;Hài lòng;',
      ';Rất hài lòng;',
      ';Không hài lòng;',
    ]);
    expect([records.length, bad.length, ignored.length]).toEqual([3, 0, 0]);
  });

  it('that heads a group or ends the list is no record', async () => {
    const { records, bad, ignored } = await answers([
      ';;Tháng 2',
      '01/02/2024;Hài lòng;',
      ';;Nguyễn Văn A',
      'Tổng cộng: 1;;',
      ';Hài lòng;',
    ]);
    expect([records.length, bad.length, ignored.length]).toEqual([1, 0, 4]);
  });
});
