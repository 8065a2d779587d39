import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseOutput } from '#electron/application/parse-call.ts';
import { LEDGER_IDS, ledgerOf } from '#shared/domain/ledgers/registry.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { AppError } from '#shared/errors.ts';
import type { Channel } from '#shared/ipc/contract.ts';
import { newOffice, type Office } from './support/office.ts';
import { soundRecord } from './support/sound-record.ts';

/** The answer as agreed, or the code of a fault; a fault of the program fails the test. */
async function outcome(office: Office, channel: Channel, input: unknown): Promise<string> {
  try {
    parseOutput(channel, await office.backend.callUnparsed(channel, input));
    return 'done';
  } catch (error) {
    if (error instanceof AppError && error.code !== 'INTERNAL') return error.code;
    throw error;
  }
}

const odd = fc.oneof(
  fc.constantFrom<string | number | boolean | null>(
    ...['', ' ', '\u0000', '\u001f', '\ud800', '2024-02-30', '2024-13', '0000-00-00', '2199-12-31', '=1+1'],
    ...["'; DROP TABLE entry; --", '%', '_', '"', '\u202e', 'ấ'.normalize('NFD'), '__proto__'],
    ...[-1, 0, 0.25, 1e15, 2198, true, false, null],
  ),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

describe('days at the end of the calendar', () => {
  it('are told, not counted with', async () => {
    const office = await newOffice();
    const last = '2199-12-31' as LocalDate;
    const request = { procedureCode: '1.001022', channel: null, receivedOn: last };
    expect((await office.refusal('dossiers.proposeDue', request)).code).toBe('CALENDAR_UNUSABLE');
    const span = { kind: 'paused' as const, from: last, to: last, dueBefore: null };
    const moved = { dueOn: last, suspensions: [span] };
    expect((await office.refusal('dossiers.proposeMovedDue', moved)).code).toBe('CALENDAR_UNUSABLE');
    const petition = { ledger: 'petitions' as const, record: { receivedOn: last } };
    expect((await office.refusal('ledgers.propose', petition)).code).toBe('CALENDAR_UNUSABLE');
  });
});

describe('whatever is typed into a ledger', () => {
  it.each(LEDGER_IDS)('%s keeps or refuses it at its field, and the book stays sound', async (id) => {
    const office = await newOffice();
    const ledger = ledgerOf(id);
    const names = Object.keys(ledger.fields);
    await fc.assert(
      fc.asyncProperty(
        soundRecord(id),
        fc.dictionary(fc.constantFrom(...names, 'colour', '__proto__'), odd, { maxKeys: 3 }),
        async (record, change) => {
          const input = {
            ledger: id,
            id: null,
            version: null,
            record: { ...record, ...change },
            reason: null,
          };
          expect(['done', 'RECORD_INVALID']).toContain(await outcome(office, 'ledgers.save', input));
          const typed = { ledger: id, record: { ...record, ...change } };
          expect(['done', 'CALENDAR_UNUSABLE']).toContain(await outcome(office, 'ledgers.propose', typed));
        },
      ),
      { seed: 11, numRuns: 60 },
    );
    const { ids } = await office.call('ledgers.index', { ledger: id, filter: {} });
    const refers = Object.values(ledger.fields).some(({ ref }) => ref !== null);
    if (!refers) expect(ids.length).toBeGreaterThan(5);
    const rows = await office.call('ledgers.rows', { ledger: id, ids: [...ids].slice(0, 500) });
    // What was kept can be kept again as it is.
    for (const { id: entry, version, record } of rows.slice(0, 10))
      expect(
        (await office.call('ledgers.save', { ledger: id, id: entry, version, record, reason: null }))
          .changeSet,
      ).toBeNull();
    expect(await office.call('app.check', {})).toMatchObject({ problems: [] });
  });

  it('filters of any form find something or nothing', async () => {
    const office = await newOffice();
    await office.add('petitions', { code: '1', receivedOn: '2024-01-02', subject: "Trả '%_ chậm" });
    const name = fc.oneof(fc.constantFrom(...Object.keys(ledgerOf('petitions').fields)), odd.map(String));
    const filter = fc.record(
      {
        search: odd.map((value) => String(value).slice(0, 200)),
        lacks: name.map((value) => value.slice(0, 40)),
        equals: fc.dictionary(
          name.map((value) => value.slice(0, 40)),
          odd.map((value) => String(value).slice(0, 300)),
          { maxKeys: 2 },
        ),
        importId: fc.integer({ min: 1, max: 9 }),
        deleted: fc.boolean(),
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(filter, async (each) => {
        expect(await outcome(office, 'ledgers.index', { ledger: 'petitions', filter: each })).toBe('done');
      }),
      { seed: 12, numRuns: 200 },
    );
  });
});
