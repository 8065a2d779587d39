import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import { expect, temporaryFolder, test } from './support/app.ts';
import { foundOffice, goTo } from './support/office.ts';

test.use({ start: { today: '2024-07-05' } });

const ROWS = [
  ['Mã hồ sơ', 'Mã TTHC', 'Tên thủ tục', 'Lĩnh vực', 'Người nộp', 'Ngày tiếp nhận', 'Ngày hẹn trả'],
  ['HS-01', '1.001193', 'Đăng ký khai sinh', 'Hộ tịch', 'Nguyễn Thị A', '02/01/2024', '03/01/2024'],
  ['HS-02', '2.000815', 'Chứng thực bản sao', 'Chứng thực', 'Trần Văn B', '02/01/2024', '02/01/2024'],
];

/** What only a library reads is read beside the service, in a thread of its own, in the built program too. */
test('an old workbook, a page called .xls and one without end', async ({ app }) => {
  test.setTimeout(240_000);
  const { page } = app;
  const folder = temporaryFolder();
  const save = (name: string, bytes: Buffer | string): string => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  };
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(ROWS), 'Hồ sơ');
  const cells = (row: readonly string[]): string =>
    `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  const files = [
    save('cu.xls', write(book, { bookType: 'biff8', type: 'buffer' }) as Buffer),
    save('trang.xls', `<html><body><table>${ROWS.map(cells).join('')}</table></body></html>`),
    save('bang.ods', write(book, { bookType: 'ods', type: 'buffer' }) as Buffer),
  ];
  await foundOffice(app);
  await goTo(page, 4, 'Nhập từ Excel');
  for (const file of files) {
    await test.step(file.slice(folder.length + 1), async () => {
      await app.chooseFiles(file);
      await page.keyboard.press('Control+o');
      await expect(page.getByText('Đã nhận ra 7 cột')).toBeVisible();
    });
  }
  await test.step('a row that no sheet has', async () => {
    const list = write(book, { bookType: 'xlml', type: 'string' }) as string;
    const xml = list.replace('<Row ss:Index="1"', '<Row ss:Index="2147483648"');
    await app.chooseFiles(save('vo-tan.xml', xml));
    await page.keyboard.press('Control+o');
    await expect(page.getByText('Tệp quá lớn khi giải nén').first()).toBeVisible();
  });
});
