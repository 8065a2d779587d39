import { minDate } from '#shared/domain/local-date.ts';
import type { DossierFilter } from '#shared/ipc/contract/dossiers.ts';
import type { Composition } from '#shared/ipc/contract/evaluation.ts';
import type { ShownRow } from './composition-rows.ts';

export const CHANNEL_PARTS = ['online', 'direct', 'post', 'unknown'] as const;
export const RESULT_PARTS = ['early', 'onTime', 'late'] as const;
export type ChannelPart = (typeof CHANNEL_PARTS)[number];
export type ResultPart = (typeof RESULT_PARTS)[number];

const STATE = { early: 'early', onTime: 'on-time', late: 'late' } as const;

/**
 * The list of exactly those dossiers that a number of the composition counts; null where no list does: fields added up,
 * and dossiers without a field.
 */
export function receivedLead(
  composition: Composition,
  row: ShownRow,
  part: ChannelPart | null,
): DossierFilter | null {
  const { from, to } = composition.period;
  const field = fieldOf(row);
  if (field === null) return null;
  return {
    receivedFrom: from,
    receivedTo: minDate(to, composition.asOf),
    counted: true,
    ...field,
    ...(part === null ? {} : { channel: part }),
  };
}

/** As {@link receivedLead}, for what was resolved. */
export function resolvedLead(
  composition: Composition,
  row: ShownRow,
  part: ResultPart | null,
): DossierFilter | null {
  const { from, to } = composition.period;
  const field = fieldOf(row);
  if (field === null) return null;
  return {
    resolvedFrom: from,
    resolvedTo: minDate(to, composition.asOf),
    ...field,
    ...(part === null ? {} : { state: STATE[part] }),
  };
}

function fieldOf({ field, folded }: ShownRow): Pick<DossierFilter, 'field'> | null {
  if (folded !== null || field === '') return null;
  return field === null ? {} : { field };
}
