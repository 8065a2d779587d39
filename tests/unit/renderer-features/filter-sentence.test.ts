import { describe, expect, it } from 'vitest';
import { filterChips, presetOf } from '#renderer/features/dossiers/model/filter-sentence.ts';
import { isLimiting, withConditions } from '#renderer/record-list/conditions.ts';
import { presetRange } from '#renderer/ui/time-presets.ts';
import type { DossierFilter } from '#shared/ipc/contract/dossiers.ts';
import { day } from './dossier-samples.ts';

const today = day('2024-01-31');

describe('the filter as a sentence', () => {
  it('knows months and years around a day', () => {
    expect(presetRange('thisMonth', today)).toEqual({ from: '2024-01-01', to: '2024-01-31' });
    expect(presetRange('lastMonth', today)).toEqual({ from: '2023-12-01', to: '2023-12-31' });
    expect(presetRange('lastMonth', day('2024-03-31'))).toEqual({ from: '2024-02-01', to: '2024-02-29' });
    expect(presetRange('thisYear', today)).toEqual({ from: '2024-01-01', to: '2024-12-31' });
    expect(presetRange('custom', today)).toBeNull();
  });

  it('recognises a preset in the dates of a filter', () => {
    expect(presetOf({}, today)).toBe('any');
    expect(presetOf({ receivedFrom: day('2024-01-01'), receivedTo: day('2024-01-31') }, today)).toBe(
      'thisMonth',
    );
    expect(presetOf({ receivedFrom: day('2024-01-02') }, today)).toBe('custom');
  });

  it('takes conditions away without a trace', () => {
    const filter = withConditions<DossierFilter>(
      { state: 'late', search: 'an' },
      { state: undefined, search: '' },
    );
    expect(filter).toEqual({});
    expect(isLimiting(filter)).toBe(false);
  });

  it('shows what other screens asked for as chips to drop', () => {
    const chips = filterChips({
      missing: 'dueOn',
      resolvedFrom: day('2023-12-15'),
      resolvedTo: day('2024-03-14'),
      importId: 3,
      state: 'late',
    });
    expect(chips.map((chip) => chip.key)).toEqual(['missing', 'resolvedBetween', 'import']);
    expect(chips[1]?.params).toEqual({ from: '15/12/2023', to: '14/03/2024' });
    expect(chips[1]?.without).toEqual({ missing: 'dueOn', importId: 3, state: 'late' });
  });
});
