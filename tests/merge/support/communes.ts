import type { Dossier } from '#shared/domain/dossier.ts';
import type { LedgerId } from '#shared/domain/ledgers/registry.ts';
import { type LocalDate, localDate } from '#shared/domain/local-date.ts';
import type { Output } from '#shared/ipc/contract.ts';
import { profile } from '../../contract/support/valid-inputs.ts';
import { dayAfter, Random } from '../../scenario/support/random.ts';
import { newOffice, type Office } from '../../unit/application/support/office.ts';
import { plainDossier } from '../../unit/domain/sample-dossier.ts';

/** Units of before and after 01/07/2025; the code of xã Phú Hội is that of the new commune. */
export const UNITS = [
  { code: '26470', name: 'UBND xã Phước Thiền' },
  { code: '26485', name: 'UBND xã Phú Hội' },
  { code: '26473', name: 'UBND xã Long Tân' },
] as const;
export const NEW_UNIT = { code: '26485', name: 'UBND xã Nhơn Trạch' };
export const AFTER = localDate(2025, 7, 10);
const BEFORE = localDate(2025, 6, 20);
export const QUARTERS = ['2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4', '2025-Q1', '2025-Q2'] as const;
const KEY = 'một mật khẩu của khóa ký';

export const profileOf = (unit: { readonly code: string; readonly name: string }) => ({
  ...profile,
  unit: { ...profile.unit, ...unit, kind: 'xa' },
});

type Records = Partial<Record<LedgerId, Record<string, unknown>[]>>;

/** A commune that worked for a year and a half: its codes are those of every other one, what they stand for is not. */
export async function commune(number: number): Promise<Office> {
  const office = await newOffice('thu', BEFORE, profileOf(UNITS[number] as (typeof UNITS)[number]));
  const { store } = await office.backend.workspace();
  const random = new Random(100 + number);
  const { dossiers, records } = recordsOf(number, random);
  await store.write((tx) => {
    const changeSet = tx.beginChangeSet({
      user: 'thu',
      at: '2025-06-20T02:00:00Z',
      kind: 'created',
      reason: null,
      importId: null,
    });
    for (const dossier of dossiers)
      tx.insertDossier(dossier, random.chance(0.2) ? null : random.chance(0.8), changeSet);
    for (const [ledger, entries] of Object.entries(records) as [LedgerId, Record<string, never>[]][])
      for (const entry of entries) tx.insertEntry(ledger, entry, tx.freeOccurrence(ledger, entry), changeSet);
  });
  return office;
}

function recordsOf(number: number, random: Random): { dossiers: Dossier[]; records: Records } {
  const day = (from: string, days: number) => dayAfter(from, random.whole(0, days)) as LocalDate;
  const dossiers = Array.from({ length: 60 + 7 * number }, (_each, n): Dossier => {
    const receivedOn = day('2024-01-01', 500);
    const finished = random.chance(0.7);
    const finishedOn = finished ? day(receivedOn, 30) : null;
    return plainDossier({
      // The first twenty have the same numbers in every commune.
      code: n < 20 ? `000.00.40.H19-240102-${1000 + n}` : `000.${number}0.40.H19-240102-${1000 + n}`,
      applicantName: `Người nộp ${number}.${n}`,
      channel: random.pick(['direct', 'online', 'post', null] as const),
      field: random.pick(['Hộ tịch', 'Đất đai', null]),
      receivedOn,
      dueOn: random.chance(0.9) ? day(receivedOn, 20) : null,
      finishedOn,
      status: finished ? 'finished' : 'processing',
      outcome: finished ? 'approved' : null,
      componentsDigitised: random.pick(['yes', 'no', 'not-required', null] as const),
      resultDigitised: random.pick(['yes', 'no', 'not-required', null] as const),
      inSoftware: random.chance(0.9),
      paperParallel: random.chance(0.8),
      suspensions:
        n % 9 === 0 && !finished ? [{ kind: 'supplement', from: receivedOn, to: null, dueBefore: null }] : [],
    });
  });
  // One dossier went through two communes and was recorded in both alike.
  if (number < 2)
    dossiers.push(
      plainDossier({
        code: 'LT-2024-1',
        receivedOn: '2024-05-06',
        finishedOn: '2024-05-07',
        status: 'finished',
      }),
    );
  const list = <T>(length: number, make: (n: number) => T): T[] =>
    Array.from({ length }, (_each, n) => make(n));
  const code = (begin: string, n: number) => `${begin}${String(n + 1).padStart(3, '0')}`;
  return {
    dossiers,
    records: {
      petitions: list(9 + number, (n) => {
        const receivedOn = day('2024-01-01', 500);
        const dueOn = day(receivedOn, 15);
        return {
          code: code('PA-2024-0', n),
          receivedOn,
          subject: `Phản ánh ${n} ở xã ${number}`,
          dueOn,
          ...(random.chance(0.7) ? { closedOn: day(receivedOn, 20), outcome: 'settled' } : {}),
        };
      }),
      'survey-answers': list(25, () => ({
        givenOn: day('2024-01-01', 500),
        answer: random.pick(['very-satisfied', 'satisfied', 'dissatisfied', 'invalid']),
        dossierCode: `000.00.40.H19-240102-${1000 + random.whole(0, 19)}`,
      })),
      'survey-batches': list(3, (n) => ({
        code: code('KS', n),
        countedOn: day('2024-01-01', 500),
        forms: 10 + n,
        verySatisfied: 5,
        satisfied: 3,
        dissatisfied: 1 + n,
        invalid: 1,
      })),
      staff: list(5 + number, (n) => ({
        code: code('CB', n),
        name: `Cán bộ ${number}.${n}`,
        post: 'Công chức',
        from: day('2020-01-01', 1500),
      })),
      'staff-ratings': list(5 + number, (n) => ({
        staffCode: code('CB', n),
        year: 2024,
        rating: random.pick(['excellent', 'good', 'fair']),
        ratedOn: '2024-12-05',
      })),
      'staff-courses': list(6, (n) => ({
        staffCode: code('CB', n % 5),
        course: `Lớp ${n}`,
        finishedOn: day('2024-01-01', 500),
        hours: 8,
      })),
      'work-files': list(12, (n) => ({
        month: `2024-${String(n + 1).padStart(2, '0')}`,
        unit: 'Văn phòng',
        all: 20 + number,
        secret: n % 3,
        electronic: 15 + random.whole(0, 2),
      })),
      'signature-units': list(4, (n) => ({ code: code('DV', n), name: `Bộ phận ${n}`, from: '2023-01-01' })),
      'signature-certificates': list(3, (n) => ({
        unitCode: code('DV', n),
        holder: `Người giữ ${number}.${n}`,
        serial: `5401${n}`,
        from: day('2023-01-01', 300),
        to: day('2025-01-01', 500),
      })),
      'iso-activities': list(6, (n) => {
        const dueOn = day('2024-01-01', 500);
        return {
          code: code('ISO-', n),
          activity: `Đánh giá ${number}.${n}`,
          kind: 'internal-audit',
          dueOn,
          ...(random.chance(0.7) ? { doneOn: day(dueOn, 10) } : {}),
        };
      }),
      measures: [
        { objective: '2.1', measure: 'Rà soát hồ sơ', owner: `Lãnh đạo ${number}`, dueOn: '2024-09-30' },
      ],
      communications: [
        { name: 'Trần Thị Mẫu', subject: 'QĐ 420', form: 'meeting', toldOn: `2024-03-0${number + 1}` },
      ],
      'hand-counts': [
        {
          objective: '8',
          from: '2024-01-01',
          to: '2024-03-31',
          numerator: 3 + number,
          denominator: 5 + number,
          evidence: `Biên bản ${number}`,
        },
      ],
      procedures: [
        {
          code: '9.000001',
          name: `Thủ tục riêng của xã ${number}`,
          field: 'Hộ tịch',
          unit: 'working-days',
          amount: 5 + number,
          validFrom: '2024-01-01',
        },
      ],
      'calendar-days': [{ date: '2024-10-10', kind: 'half', name: 'Ngày hội xã' }],
    },
  };
}

/** Makes a key and signs a quarter with it, all warnings answered. */
export async function sign(office: Office, period: string): Promise<{ keyId: number }> {
  const { id: keyId } = await office.call('keys.create', { name: 'Trần Thị Mẫu', passphrase: KEY });
  const draft = await office.call('reports.draft', { period });
  const reasons = Object.fromEntries(draft.checks.map(({ code }) => [code, 'Đã kiểm tra.']));
  await office.call('reports.saveDraft', { period, text: { ...draft.text, reasons } });
  await office.call('reports.sign', { period, key: { kind: 'app', keyId, passphrase: KEY } });
  return { keyId };
}

/** Numerator and denominator of every objective of a quarter, and the totals of the flow table; 0/0 where nothing counts. */
export async function figuresOf(office: Office, period: string): Promise<Record<string, [number, number]>> {
  const { objectives, flow } = (await office.call('evaluation.evaluate', {
    period,
  })) as Output<'evaluation.evaluate'>;
  const total = flow.find(({ field }) => field === null);
  return Object.fromEntries([
    ...objectives.map(({ id, numerator, denominator }) => [id, [numerator ?? 0, denominator ?? 0]]),
    ['received', [total?.received.online ?? 0, total?.received.total ?? 0]],
    ['resolved', [total?.resolved.late ?? 0, total?.resolved.total ?? 0]],
    ['pending', [total?.pending.overdue ?? 0, total?.pending.total ?? 0]],
  ]) as Record<string, [number, number]>;
}

/** Figures of several books added up. */
export function summed(
  figures: readonly Record<string, [number, number]>[],
): Record<string, [number, number]> {
  const sum: Record<string, [number, number]> = {};
  for (const each of figures)
    for (const [name, [n, d]] of Object.entries(each)) {
      const [a, b] = sum[name] ?? [0, 0];
      sum[name] = [a + n, b + d];
    }
  return sum;
}
