import { describe, expect, it } from 'vitest';
import { file, readAll } from './support.ts';

describe('the row that numbers the columns of an official form', () => {
  it('is no part of a header of two rows: a column is called by its words', async () => {
    const path = file(
      `\uFEFF${[
        'Tháng;Đơn vị;Số lượng hồ sơ;;',
        ';;Tổng số hồ sơ;Hồ sơ mật;Xử lý điện tử',
        '(1);(2);(3);(4);(5)',
        '01/2024;Văn phòng;10;0;9',
        '02/2024;Văn phòng;10;0;chín',
      ].join('\n')}\n`,
      'csv',
    );
    const { header, records, bad, ignored } = await readAll(path, { kind: 'work-files' });
    expect(header.headerRow).toBe(2);
    expect(header.mapping).toMatchObject({ month: 'Tháng', electronic: 'Xử lý điện tử' });
    expect([records.length, bad.length, ignored.length]).toEqual([1, 1, 1]);
    expect(bad[0]?.remarks[0]?.column).toBe('Xử lý điện tử');
  });
});
