import { formatDate, type LocalDate } from '#shared/domain/local-date.ts';
import type { DossierFilter } from '#shared/ipc/contract/dossiers.ts';
import { withConditions } from '../../../record-list/conditions.ts';
import { presetRange, TIME_PRESETS, type TimePreset } from '../../../ui/time-presets.ts';

/** The preset that says what a filter says; `custom` when none does. */
export function presetOf(filter: DossierFilter, today: LocalDate): TimePreset {
  if (filter.receivedFrom === undefined && filter.receivedTo === undefined) return 'any';
  for (const preset of TIME_PRESETS) {
    const range = presetRange(preset, today);
    if (range && range.from === filter.receivedFrom && range.to === filter.receivedTo) return preset;
  }
  return 'custom';
}

/** A condition beyond those of the sentence, come from another screen; it is shown as a chip to drop. */
export interface FilterChip {
  readonly key: 'missing' | 'counted' | 'dueOn' | 'dueBetween' | 'resolvedBetween' | 'procedure' | 'import';
  readonly params: Readonly<Record<string, string | number>>;
  /** Field of `dossiers:fields.*` to be worded into `params.field`. */
  readonly field?: string;
  readonly without: DossierFilter;
}

/** The chips of a filter. */
export function filterChips(filter: DossierFilter): FilterChip[] {
  const chips: FilterChip[] = [];
  const say = (date: LocalDate | undefined) => (date === undefined ? '…' : formatDate(date));
  if (filter.missing !== undefined) {
    chips.push({
      key: 'missing',
      params: {},
      field: filter.missing,
      without: withConditions(filter, { missing: undefined }),
    });
  }
  if (filter.counted)
    chips.push({ key: 'counted', params: {}, without: withConditions(filter, { counted: undefined }) });
  const { dueFrom, dueTo } = filter;
  if (dueFrom !== undefined || dueTo !== undefined) {
    const without = withConditions(filter, { dueFrom: undefined, dueTo: undefined });
    if (dueFrom !== undefined && dueFrom === dueTo)
      chips.push({ key: 'dueOn', params: { day: formatDate(dueFrom) }, without });
    else chips.push({ key: 'dueBetween', params: { from: say(dueFrom), to: say(dueTo) }, without });
  }
  if (filter.resolvedFrom !== undefined || filter.resolvedTo !== undefined) {
    chips.push({
      key: 'resolvedBetween',
      params: { from: say(filter.resolvedFrom), to: say(filter.resolvedTo) },
      without: withConditions(filter, { resolvedFrom: undefined, resolvedTo: undefined }),
    });
  }
  if (filter.procedureCode !== undefined) {
    chips.push({
      key: 'procedure',
      params: { code: filter.procedureCode },
      without: withConditions(filter, { procedureCode: undefined }),
    });
  }
  if (filter.importId !== undefined) {
    chips.push({
      key: 'import',
      params: { id: filter.importId },
      without: withConditions(filter, { importId: undefined }),
    });
  }
  return chips;
}
