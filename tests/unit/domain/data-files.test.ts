import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseCalendarYear } from '#shared/catalogues/calendar-file.ts';
import { DataFileError } from '#shared/catalogues/data-file.ts';
import { parseProcedures } from '#shared/catalogues/procedure-file.ts';
import { isWeekend } from '#shared/domain/calendar.ts';
import { FORMULA_CAUSES } from '#shared/domain/formulas/cause.ts';
import { en, vi } from '#shared/i18n/index.ts';
import { parseTargetSet } from '#shared/targets/target-set-file.ts';
import { procedures, resource } from './resources.ts';

const names = (folder: string) =>
  readdirSync(join(import.meta.dirname, '../../../resources', folder)).filter((name) =>
    name.endsWith('.json'),
  );

describe('the data files', () => {
  it.each(names('calendar'))('calendar/%s says of each day where it comes from', (name) => {
    const table = parseCalendarYear(resource(`calendar/${name}`));
    expect(name).toBe(`vn-${table.year}.json`);
    for (const { date, kind, source } of table.days) {
      expect(source).not.toBe('');
      // The table lists what differs from the week's rule and nothing else.
      expect([date, isWeekend(date)]).toEqual([date, kind === 'working']);
    }
  });

  it.each(names('targets'))('targets/%s is a target set of that name', (name) => {
    expect(`${parseTargetSet(resource(`targets/${name}`)).id}.json`).toBe(name);
  });

  it('list the procedures of a commune, with where the time comes from', () => {
    expect(procedures.procedures.length).toBeGreaterThanOrEqual(55);
    for (const { code, source, time, timeByChannel, note } of procedures.procedures) {
      expect(source).not.toBe('');
      if (time === null && Object.keys(timeByChannel).length === 0)
        expect([code, note]).not.toEqual([code, undefined]);
    }
  });

  const day = { date: '2024-05-04', kind: 'working', name: 'x', source: 'x', confidence: 'read' };
  it.each([
    ['a day of another year', [{ ...day, date: '2025-05-04' }]],
    ['days out of order', [day, { ...day, date: '2024-05-03' }]],
    ['a day twice', [day, day]],
    ['a kind nobody knows', [{ ...day, kind: 'holiday' }]],
    ['no source', [{ ...day, source: ' ' }]],
  ])('a calendar with %s is refused', (_name, days) => {
    expect(() => parseCalendarYear({ format: 1, year: 2024, days })).toThrow(DataFileError);
  });

  const procedure = {
    code: '1.001193',
    name: 'x',
    field: 'x',
    time: { amount: 3, unit: 'working-days' },
    issuesDocument: null,
    validFrom: '2024-01-01',
    validTo: null,
    source: 'x',
    confidence: 'read',
  };
  it.each([
    ['a code of another form', [{ ...procedure, code: '1001193' }]],
    ['an amount for the same day', [{ ...procedure, time: { amount: 1, unit: 'same-day' } }]],
    ['no amount for days', [{ ...procedure, time: { amount: null, unit: 'days' } }]],
    ['half calendar days', [{ ...procedure, time: { amount: 1.5, unit: 'days' } }]],
    ['a channel nobody knows', [{ ...procedure, timeByChannel: { fax: { amount: 1, unit: 'days' } } }]],
    ['two versions in force at once', [procedure, { ...procedure, validFrom: '2025-01-01' }]],
    ['an end before its beginning', [{ ...procedure, validTo: '2023-01-01' }]],
  ])('procedures with %s are refused', (_name, list) => {
    expect(() => parseProcedures({ format: 1, procedures: list })).toThrow(DataFileError);
  });

  it('half working days and versions one after the other are fine', () => {
    const list = [
      { ...procedure, validTo: '2024-12-31' },
      { ...procedure, validFrom: '2025-01-01', time: { amount: 0.5, unit: 'working-days' } },
    ];
    expect(parseProcedures({ format: 1, procedures: list })).toHaveLength(2);
  });
});

describe('the words of causes', () => {
  it('exist for every cause in both languages', () => {
    for (const catalogue of [vi.causes, en.causes]) {
      expect(Object.keys(catalogue).sort()).toEqual([...FORMULA_CAUSES].sort());
      expect(Object.values(catalogue).every((words) => words.trim() !== '')).toBe(true);
    }
  });
});
