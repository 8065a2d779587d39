import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { flatText } from '../report/support/tools.ts';
import { added, day, newOffice, type Office, ownSet, threshold } from '../targets/support/commune.ts';

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
});
