import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DataFileError } from '#shared/catalogues/data-file.ts';
import { parseDueTimes } from '#shared/catalogues/due-times-file.ts';

const folder = join(import.meta.dirname, '../../../resources/due-times');
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));

describe('times within which entries are due', () => {
  it.each(files)('%s names ledger, fields and source of each', (name) => {
    const times = parseDueTimes(JSON.parse(readFileSync(join(folder, name), 'utf8')));
    expect(times.length).toBeGreaterThan(0);
    for (const { source } of times) expect(source).not.toBe('');
  });

  const time = {
    ledger: 'petitions',
    from: 'receivedOn',
    to: 'dueOn',
    amount: 15,
    unit: 'working-days',
    validFrom: '2024-01-01',
    validTo: null,
    source: 'x',
    confidence: 'read',
  };
  it.each([
    ['a ledger nobody keeps', { ledger: 'letters' }],
    ['a field that is no day', { from: 'subject' }],
    ['a field that is not there', { to: 'due' }],
    ['a condition on a field that is not there', { when: { colour: ['red'] } }],
    ['days of a procedure done the same day', { unit: 'same-day' }],
    ['no days', { amount: null }],
    ['no source', { source: ' ' }],
    ['more than is known', { more: 1 }],
  ])('%s is refused', (_name, change) => {
    expect(() => parseDueTimes({ format: 1, times: [{ ...time, ...change }] })).toThrow(DataFileError);
  });
});
