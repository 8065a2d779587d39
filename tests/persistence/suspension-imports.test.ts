import { describe, expect, it } from 'vitest';
import type { Suspension } from '#shared/domain/dossier.ts';
import { importRows, newStore, patch, TODAY } from './support.ts';

const SPAN = {
  kind: 'supplement',
  from: '2024-01-03',
  to: '2024-01-05',
  dueBefore: '2024-01-10',
} as Suspension;
const KNOWN = patch('A', { dueOn: '2024-01-15', suspensions: [SPAN], inSoftware: null });

describe('recorded suspensions and lists', () => {
  it('are imported, and the same again is unchanged', async () => {
    const store = newStore();
    expect((await importRows(store, [KNOWN])).result).toMatchObject({ added: 1 });
    expect((await importRows(store, [KNOWN])).result).toMatchObject({ unchanged: 1 });
    expect(store.dossiers.byCode('A', TODAY)?.record).toMatchObject({
      suspensions: [SPAN],
      inSoftware: null,
    });
  });

  it('keep the due day they moved when a list still gives the former one', async () => {
    const store = newStore();
    await importRows(store, [KNOWN]);
    const former = await importRows(store, [patch('A', { dueOn: '2024-01-10' })]);
    expect(former.result).toMatchObject({ unchanged: 1 });
    expect(former.remarkSamples).toMatchObject([{ code: 'KEPT_KNOWN', column: 'Cột dueOn' }]);
    const later = await importRows(store, [patch('A', { dueOn: '2024-01-20' })]);
    expect(later.result).toMatchObject({ updated: 1 });
    expect(later.rows[0]?.changes).toEqual([{ field: 'dueOn', from: '15/01/2024', to: '20/01/2024' }]);
  });

  it('are refused where they cannot be', async () => {
    const store = newStore();
    const overlapping = [SPAN, { ...SPAN, from: '2024-01-04', dueBefore: null }];
    const { result } = await importRows(store, [
      patch('A', { dueOn: '2024-01-15', suspensions: overlapping }),
      patch('B', { suspensions: [SPAN] }),
    ]);
    expect(result.badRows.map(({ row, column, code }) => ({ row, column, code }))).toEqual([
      { row: 2, column: 'Cột suspensions', code: 'SPANS_OVERLAP' },
      { row: 3, column: 'Cột suspensions', code: 'DUE_BEFORE_INVALID' },
    ]);
  });

  it('never lose what is known to "not known"', async () => {
    const store = newStore();
    await importRows(store, [patch('A', { inSoftware: true })]);
    const again = await importRows(store, [patch('A', { inSoftware: null })]);
    expect(again.result).toMatchObject({ unchanged: 1 });
    expect(store.dossiers.byCode('A', TODAY)?.record.inSoftware).toBe(true);
  });
});
