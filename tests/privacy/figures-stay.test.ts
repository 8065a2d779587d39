import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PersonalPlace } from '#electron/application/ports.ts';
import { composeReport } from '#electron/application/reports/compose-report.ts';
import { CHANNELS } from '#shared/domain/dossier.ts';
import type { LedgerId } from '#shared/domain/ledgers/registry.ts';
import { close, differences } from '../closing/support/closed.ts';
import { dayAfter } from '../scenario/support/random.ts';
import { newOffice, type Office } from '../unit/application/support/office.ts';
import { plainDossier } from '../unit/domain/sample-dossier.ts';

const PEOPLE = [
  ['Trần Thị Bình', '075199912345'],
  ['Lê Văn Cường', '075099900001'],
  [null, null],
] as const;
const PERIODS = ['2023-Q4', '2024-Q1', '2024-Q2', '2024-Y'];

const dossier = fc.record({
  person: fc.constantFrom(...PEOPLE),
  received: fc.nat(150),
  due: fc.option(fc.nat(20)),
  took: fc.option(fc.nat(30)),
  channel: fc.constantFrom(...CHANNELS, null),
  note: fc.option(fc.constantFrom('gọi 0912345678', 'ông Cường nhờ con nộp')),
  edited: fc.boolean(),
  removed: fc.boolean(),
});
const petition = fc.record({
  person: fc.constantFrom(...PEOPLE),
  received: fc.nat(150),
  due: fc.option(fc.nat(20)),
  took: fc.option(fc.nat(30)),
});
const answer = fc.record({
  given: fc.nat(20),
  answer: fc.constantFrom('very-satisfied', 'satisfied', 'dissatisfied', 'invalid'),
  note: fc.constantFrom(null, 'bà Bình khen', 'ông Cường chê', 'chờ lâu'),
});

/** Everything that is counted: of every period, and of the signed one against what was signed. */
async function figures(office: Office): Promise<unknown> {
  const workspace = await office.backend.workspace();
  const reports = PERIODS.map((period) => {
    const { report } = composeReport(workspace, period);
    const { objectives, flow, missingData, records, entries } = report as unknown as Record<string, unknown>;
    return { objectives, flow, missingData, records, entries };
  });
  return { reports, signed: [...(await differences(office))] };
}

async function fill(office: Office, book: Book): Promise<void> {
  for (const [n, one] of book.dossiers.entries()) {
    const [applicantName, personId] = one.person;
    const receivedOn = dayAfter('2023-12-01', one.received);
    const finishedOn = one.took === null ? null : dayAfter(receivedOn, one.took);
    const record = plainDossier({
      code: `H${n}`,
      applicantName,
      personId,
      note: one.note,
      channel: one.channel,
      receivedOn,
      dueOn: one.due === null ? null : dayAfter(receivedOn, one.due),
      finishedOn,
      status: finishedOn === null ? 'processing' : 'finished',
    } as never);
    const { dossier } = await office.call('dossiers.save', { id: null, version: null, record, reason: null });
    const { id, version } = dossier;
    if (one.edited) {
      const edited = { ...record, applicantName: 'Trần Thị Bính' };
      await office.call('dossiers.save', { id, version, record: edited, reason: 'sửa tên bà Trần Thị Bình' });
    } else if (one.removed) await office.call('dossiers.remove', { id, version, reason: null });
  }
  const add = (ledger: LedgerId, record: Readonly<Record<string, unknown>>) => office.add(ledger, record);
  for (const [n, { person, received, due, took }] of book.petitions.entries()) {
    const receivedOn = dayAfter('2023-12-01', received);
    await add('petitions', {
      code: `P${n}`,
      receivedOn,
      subject: `${person[0] ?? 'Một người'} phản ánh`,
      senderName: person[0],
      dueOn: due === null ? null : dayAfter(receivedOn, due),
      closedOn: took === null ? null : dayAfter(receivedOn, took),
    });
  }
  for (const { given, answer, note } of book.answers)
    await add('survey-answers', { givenOn: dayAfter('2024-01-10', given), answer, note });
}

interface Book {
  readonly dossiers: readonly (typeof dossier extends fc.Arbitrary<infer T> ? T : never)[];
  readonly petitions: readonly (typeof petition extends fc.Arbitrary<infer T> ? T : never)[];
  readonly answers: readonly (typeof answer extends fc.Arbitrary<infer T> ? T : never)[];
}

describe('anonymising', () => {
  it('changes no figure of any period, signed ones included, and the book stays sound', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          dossiers: fc.array(dossier, { minLength: 1, maxLength: 8 }),
          petitions: fc.array(petition, { maxLength: 4 }),
          answers: fc.array(answer, { maxLength: 5 }),
        }),
        fc.infiniteStream(fc.boolean()),
        async (book, chosen) => {
          const office = await newOffice();
          await fill(office, book);
          await close(office, '2023-Q4');
          const before = await figures(office);
          const { store } = await office.backend.workspace();
          const all: PersonalPlace[] = [
            ...book.dossiers.map((_, n) => ({ kind: 'dossier', id: n + 1 }) as const),
            ...book.petitions.map((_, n) => ({ kind: 'entry', ledger: 'petitions', id: n + 1 }) as const),
            ...book.answers.map(
              (_, n) =>
                ({ kind: 'entry', ledger: 'survey-answers', id: book.petitions.length + n + 1 }) as const,
            ),
          ];
          for (const round of [1, 2]) {
            const places = all.filter(() => chosen.next().value === true);
            if (places.length === 0) continue;
            const query = { number: null, name: 'Trần Thị Bình', phone: null };
            await office.call('privacy.anonymise', { query, places, reason: `đợt ${round}` });
            expect(await figures(office)).toEqual(before);
            expect(store.check()).toEqual([]);
          }
        },
      ),
      { numRuns: 12 },
    );
  });
});
