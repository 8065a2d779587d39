import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { periodToSee } from '#renderer/features/imports/model/period-to-see.ts';
import { importOrder, stateAfterPreview, wantsEyes } from '#renderer/features/imports/queue/judge.ts';
import type { QueuedFile, QueueState } from '#renderer/features/imports/queue/store.ts';
import {
  IMPORT_KINDS,
  type ImportDays,
  type ImportKind,
  type ImportResult,
  type Inspection,
} from '#shared/ipc/contract/imports.ts';

const counts = (change: Partial<ImportResult>) =>
  ({ added: 0, updated: 0, unchanged: 0, bad: 0, badRows: [], ...change }) as unknown as ImportResult;
const badRow = (code: string) => ({ row: 2, column: null, value: null, code, message: '' });

describe('the period to see after an import', () => {
  const days = (from: string, to: string) => ({ from, to }) as ImportDays;
  it.each<[string, readonly ImportDays[], string | null, string | null]>([
    ['the quarter of the latest list', [days('2024-01-02', '2024-03-08'), null], '2024-Q2', '2024-Q1'],
    ['none beside the chosen one', [days('2023-12-20', '2024-03-08')], '2024-Q1', null],
    ['none beside a year that holds it', [days('2024-01-02', '2024-03-08')], '2024-Y', null],
    ['the scheme’s own quarter', [days('2024-03-01', '2024-03-20')], '2024-Q1', '2024-Q2'],
    ['the quarter where none is chosen', [days('2024-01-02', '2024-01-08')], null, '2024-Q1'],
    ['none for lists without days', [null], '2024-Q2', null],
    ['none before there were report periods', [days('1900-01-02', '1900-03-08')], '2024-Q2', null],
  ])('is %s', (_, lists, current, expected) => {
    expect(periodToSee(lists, current, 'nd09')).toBe(expected);
  });
});

describe('a queue of lists', () => {
  it.each<[QueueState, Partial<ImportResult>]>([
    ['ready', { added: 1, bad: 5, badRows: [badRow('DATE_INVALID')] }],
    ['ready', { updated: 1 }],
    // Whom they refer to may come in with a file before.
    ['ready', { bad: 1, badRows: [badRow('REF_UNKNOWN')] }],
    ['bad', { unchanged: 3, bad: 1, badRows: [badRow('DATE_INVALID')] }],
    ['same', { unchanged: 3 }],
    ['same', {}],
  ])('is %s after a preview of %j', (state, result) => {
    expect(stateAfterPreview(counts(result))).toBe(state);
  });

  it('wants eyes where a column is missing or guessed at', () => {
    const column = { index: 0, headings: ['Mã'], field: 'code', confidence: 1, samples: [] };
    const sure = { headerRow: 1, missingFields: [], columns: [column] } as unknown as Inspection;
    expect(wantsEyes(sure)).toBe(false);
    expect(wantsEyes({ ...sure, headerRow: 0 })).toBe(true);
    expect(wantsEyes({ ...sure, missingFields: ['receivedOn'] })).toBe(true);
    expect(wantsEyes({ ...sure, columns: [{ ...column, confidence: 0.5 }] })).toBe(true);
    expect(wantsEyes({ ...sure, columns: [{ ...column, field: null, confidence: 0 }] })).toBe(false);
  });

  it('imports all that is ready, what others refer to first, else in their own order', () => {
    const item = fc.record({
      state: fc.constantFrom<QueueState>('ready', 'columns', 'same', 'failed', 'imported'),
      kind: fc.constantFrom<ImportKind>('dossiers', 'staff', 'staff-ratings', 'signature-units', 'petitions'),
    });
    fc.assert(
      fc.property(fc.array(item), (items) => {
        const order = importOrder(items as unknown as readonly QueuedFile[]);
        expect([...order].sort((a, b) => a - b)).toEqual(
          items.flatMap(({ state }, place) => (state === 'ready' ? [place] : [])),
        );
        for (const [at, place] of order.slice(1).entries()) {
          const [before, here] = [items[order[at] ?? 0], items[place]].map((each) =>
            IMPORT_KINDS.indexOf(each?.kind ?? 'dossiers'),
          ) as [number, number];
          expect(before < here || (before === here && (order[at] ?? 0) < place)).toBe(true);
        }
      }),
    );
  });
});
