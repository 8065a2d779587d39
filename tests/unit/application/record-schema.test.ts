import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordBreaches } from '#shared/domain/ledgers/entry-rules.ts';
import { LEDGER_IDS, ledgerOf } from '#shared/domain/ledgers/registry.ts';
import { ledgerRecordSchema, parseLedgerRecord } from '#shared/ledgers/record-schema.ts';
import { tidyText } from '#shared/ledgers/tidy-record.ts';
import { soundRecord } from './support/sound-record.ts';

const petitions = ledgerOf('petitions');
const petition = { code: 'PA 01', receivedOn: '2024-01-02', subject: 'Trả chậm' };

describe('a record of a ledger', () => {
  it('is tidied: composed accents, one line where the field is one, empty texts as nothing', () => {
    const parsed = parseLedgerRecord(petitions, {
      ...petition,
      code: '  PA \n 01 ',
      subject: ' dòng một  \r\n dòng hai\u0000\n',
      senderName: 'Nguyễn Văn A'.normalize('NFD'),
      handler: ' \t ',
    });
    expect(parsed).toMatchObject({
      ok: true,
      record: {
        code: 'PA 01',
        subject: 'dòng một\n dòng hai',
        senderName: 'Nguyễn Văn A',
        handler: null,
        note: null,
      },
    });
    expect(parsed.ok && Object.keys(parsed.record)).toEqual(Object.keys(petitions.fields));
  });

  it.each([
    [{ ...petition, code: ' ' }, { code: 'REQUIRED' }],
    [{ ...petition, closedOn: '2024-01-01' }, { closedOn: 'DATE_ORDER' }],
    [{ ...petition, dueOn: '2024-02-30' }, { dueOn: 'VALUE_INVALID' }],
    [{ ...petition, source: 'fax' }, { source: 'VALUE_INVALID' }],
    [{ ...petition, reComplained: 'yes' }, { reComplained: 'VALUE_INVALID' }],
    [{ ...petition, subject: 'x'.repeat(2001) }, { subject: 'VALUE_TOO_LONG' }],
    [{ ...petition, colour: 'red' }, { colour: 'UNKNOWN_FIELD' }],
    [{ ...petition, subject: ['x'] }, { subject: 'VALUE_INVALID' }],
    [JSON.parse('{"__proto__": 1}') as unknown, { ['__proto__']: 'UNKNOWN_FIELD' }],
    [null, { '': 'VALUE_INVALID' }],
    [[petition], { '': 'VALUE_INVALID' }],
  ])('%# is refused at its field', (given, faults) => {
    const parsed = parseLedgerRecord(petitions, given);
    expect(parsed.ok ? null : Object.entries(parsed.faults)).toEqual(Object.entries(faults));
  });

  it('gives a form the same faults by field', () => {
    const found = ledgerRecordSchema(petitions).safeParse({ ...petition, code: null, source: 'fax' });
    expect(found.error?.issues.map(({ path, message }) => [path, message])).toEqual([
      [['code'], 'REQUIRED'],
      [['source'], 'VALUE_INVALID'],
    ]);
    expect(ledgerRecordSchema(petitions).parse(petition)).toMatchObject(petition);
  });

  it.each(LEDGER_IDS)('%s: what is sound stays as it is, and tidying twice changes nothing', (id) => {
    fc.assert(
      fc.property(soundRecord(id), (record) => {
        expect(recordBreaches(ledgerOf(id), record)).toEqual([]);
        expect(parseLedgerRecord(ledgerOf(id), record)).toEqual({ ok: true, record });
      }),
      { seed: 3, numRuns: 30 },
    );
  });

  it('tidies any text into one that stays', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('text', 'long-text', 'code'),
        (text, type) => {
          const tidy = tidyText(text, type);
          if (tidy === null) return;
          expect(tidyText(tidy, type)).toBe(tidy);
          expect(Buffer.from(tidy, 'utf8').toString('utf8')).toBe(tidy);
          if (type !== 'long-text') expect(tidy).not.toMatch(/[\n\r\t]/u);
        },
      ),
      { seed: 3, numRuns: 300 },
    );
  });
});
