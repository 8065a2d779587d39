import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { flatText } from '../report/support/tools.ts';
import {
  added,
  day,
  newOffice,
  type Office,
  ownSet,
  record,
  resolved,
  threshold,
} from '../targets/support/commune.ts';
import { stopAt } from '../unit/application/support/stop-at.ts';

const measure = (office: Office, change: Readonly<Record<string, unknown>>) =>
  office.add('measures', {
    objective: '2.3',
    measure: 'Hướng dẫn nộp trực tuyến tại quầy',
    owner: 'Lê Cán Bộ',
    dueOn: '2024-06-30',
    ...change,
  });
const told = (office: Office, name: string, subject = 'Mục tiêu chất lượng năm 2024') =>
  office.add('communications', { name, post: 'Công chức', subject, form: 'meeting', toldOn: '2024-03-05' });

const plan = { kind: 'plan', period: '2024-Y' } as const;

describe('papers from what is recorded', () => {
  it('the plan: measures whose time touches the period, thresholds of the set that judges it', async () => {
    const office = await newOffice('thu', day('2024-03-20'));
    await measure(office, {});
    await measure(office, { measure: 'Việc của năm sau', dueOn: '2025-06-30' });
    await measure(office, { measure: 'Việc kéo dài', from: '2024-02-01', dueOn: '2025-06-30' });
    await measure(office, { measure: 'Việc của năm trước', dueOn: '2023-06-30' });
    await office.call(
      'targets.saveOwn',
      ownSet({ raised: { '2.3': threshold('>=', 4500) }, added: [added({ id: 'A1' })] }),
    );
    const text = flatText((await office.call('papers.pdf', { what: plan })).pdf);
    expect(text).toContain('KẾ HOẠCH Thực hiện mục tiêu chất lượng năm 2024');
    expect(text).toContain('Hướng dẫn nộp trực tuyến tại quầy');
    expect(text).toContain('Việc kéo dài');
    expect(text).not.toContain('Việc của năm');
    expect(text).toContain('Chỉ tiêu: ≥ 45%');
    expect(text).toContain('A1. Mục tiêu A1');
    expect(text).toContain('Quyết định số 15/QĐ-UBND');
    expect((await office.refusal('papers.pdf', { what: { ...plan, period: '2199-Y' } })).code).toBe(
      'PERIOD_UNKNOWN',
    );
  });

  it('the signing list: one subject or all, people by their given names', async () => {
    const office = await newOffice('thu', day('2024-03-20'));
    for (const name of ['Nguyễn Văn Ước', 'Trần Thị Ánh', 'Lê Đức Bình']) await told(office, name);
    await told(office, 'Phạm Văn Khác', 'Quy chế một cửa');
    const list = async (subject: string | null) =>
      flatText((await office.call('papers.pdf', { what: { kind: 'signing-list', subject } })).pdf);
    const all = await list(null);
    const order = ['Trần Thị Ánh', 'Lê Đức Bình', 'Phạm Văn Khác', 'Nguyễn Văn Ước'].map((name) =>
      all.indexOf(name),
    );
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(Math.min(...order)).toBeGreaterThan(0);
    const one = await list('Mục tiêu chất lượng năm 2024');
    expect(one).toContain('Nội dung phổ biến: Mục tiêu chất lượng năm 2024');
    expect(one).not.toContain('Phạm Văn Khác');
  });

  it('are saved where the person says', async () => {
    const office = await newOffice('thu', day('2024-03-20'));
    await measure(office, {});
    const path = join(office.folder, 'ke-hoach.pdf');
    const target = office.backend.files.register(path);
    const { saved } = await office.call('papers.save', {
      what: plan,
      target,
    });
    const shown = await office.call('papers.pdf', { what: plan });
    expect(readFileSync(path).equals(Buffer.from(shown.pdf))).toBe(true);
    expect(saved).toMatchObject({ name: 'ke-hoach.pdf', size: shown.pdf.length });
    await office.call('papers.save', { what: { kind: 'signing-list', subject: null }, target });
    expect(flatText(readFileSync(path))).toContain('Chưa ghi nhận việc phổ biến');
  });

  it('the summary: a draft while nothing is signed, then what was signed, also after the data changed', async () => {
    const office = await newOffice('thu', day('2024-03-20'));
    await resolved(office, '2024-01-15', 'Hộ tịch', { online: 3, other: 1 });
    const summary = async (draft?: boolean) => {
      const what = { kind: 'summary', period: '2024-Q1', ...(draft === undefined ? {} : { draft }) } as const;
      return flatText((await office.call('papers.pdf', { what })).pdf);
    };
    const before = await summary();
    expect(before).toContain('2.3. Hồ sơ giải quyết trực tuyến ≥ 35% 75,00% (3/4) Đạt');
    expect(before.replace(/ /g, '')).toContain('DỰTHẢO');
    await sign(office, '2024-Q1');
    expect(await summary()).toContain('(mã BC-26503-2024-Q1, lần 1)');
    await resolved(office, '2024-04-15', 'Hộ tịch', { online: 0, other: 1 });
    expect(await summary()).toContain('75,00% (3/4)');
    expect((await summary()).replace(/ /g, '')).not.toContain('DỰTHẢO');
    expect((await summary(true)).replace(/ /g, '')).toContain('DỰTHẢO');
    const unknown = { kind: 'summary', period: '2199-Q1' } as const;
    expect((await office.refusal('papers.pdf', { what: unknown })).code).toBe('PERIOD_UNKNOWN');
  });

  it('the list behind a figure: as many as the figure says, without names and ID numbers', async () => {
    const office = await newOffice('thu', day('2024-03-20'));
    await resolved(office, '2024-01-15', 'Hộ tịch', { online: 3, other: 2 });
    const last = await record(office, {
      applicantName: 'Đặng Thị Bí Mật',
      personId: '075190000001',
      note: 'ghi chú riêng',
      channel: null,
      receivedOn: day('2024-01-15'),
      dueOn: null,
      finishedOn: day('2024-01-16'),
      status: 'finished',
    });
    const list = async (which: 'counted' | 'against' | 'excluded' | 'missing', objective = '2.3') =>
      flatText(
        (
          await office.call('papers.pdf', {
            what: { kind: 'records', period: '2024-Q1', objective, list: which },
          })
        ).pdf,
      );
    const against = await list('against');
    expect(against).toContain('mẫu số trừ tử số là 6 − 3 = 3: khớp.');
    expect(against).toContain(last.code);
    for (const secret of ['Bí Mật', '075190000001', 'ghi chú riêng']) expect(against).not.toContain(secret);
    expect(await list('counted')).toContain('3 trong danh sách, tử số là 3: khớp.');
    expect(await list('missing', '2.1')).toMatch(/DANH SÁCH THIẾU DỮ LIỆU .*: khớp\./);
    expect(await list('excluded')).toContain('Không có mục nào trong danh sách này.');
    const what = { kind: 'records', period: '2024-Q1', objective: '9.9', list: 'against' } as const;
    expect((await office.refusal('papers.pdf', { what })).code).toBe('OBJECTIVE_UNKNOWN');
  });

  it('the list behind a figure tells its pages, and is not drawn to its end when it is stopped', async () => {
    const office = await newOffice('thu', day('2024-03-20'));
    await resolved(office, '2024-01-15', 'Hộ tịch', { online: 40, other: 10 });
    const what = { kind: 'records', period: '2024-Q1', objective: '2.3', list: 'counted' } as const;
    const all = await stopAt(office, Number.NaN, (task) => office.call('papers.pdf', { what, task }));
    const pages = all.told.filter(({ total }) => total !== null);
    expect(all.told[0]?.part).toBe('counting');
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.map(({ done, total }) => [done, total])).toEqual(
      pages.map((_, index) => [index + 1, pages.length]),
    );
    for (let at = 1; at <= all.told.length; at += 1) {
      const { told, done } = await stopAt(office, at, (task) => office.call('papers.pdf', { what, task }));
      expect([told.length, done]).toEqual([at, false]);
    }
  });

  it('the list behind a figure of the ledgers: entries in words', async () => {
    const office = await newOffice('thu', day('2024-03-20'));
    await office.add('petitions', {
      code: 'PA-2024-0001',
      receivedOn: '2024-01-05',
      subject: 'Bà Đặng Thị Bí Mật phản ánh',
      dueOn: '2024-01-20',
    });
    const what = { kind: 'records', period: '2024-Q1', objective: '4', list: 'against' } as const;
    const text = flatText((await office.call('papers.pdf', { what })).pdf);
    expect(text).toContain(
      '1 PA-2024-0001 Phản ánh, kiến nghị 05/01/2024 20/01/2024 1 Đến hạn, chưa xử lý xong',
    );
    expect(text).not.toContain('Bí Mật');
  });
});

/** Signs the report of a period with a key made by the app, answering every warning. */
async function sign(office: Office, period: string): Promise<void> {
  const passphrase = 'một cụm từ mật khẩu dài';
  const key = await office.call('keys.create', { name: 'Xã Phước An', passphrase });
  const draft = await office.call('reports.draft', { period });
  const reasons = Object.fromEntries(draft.checks.map(({ code }) => [code, 'Đã xem.']));
  await office.call('reports.saveDraft', { period, text: { ...draft.text, reasons } });
  await office.call('reports.sign', { period, key: { kind: 'app', keyId: key.id, passphrase } });
}
