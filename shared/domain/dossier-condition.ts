import type { DossierCondition } from './count-source.ts';
import type { Dossier } from './dossier.ts';

/** What a condition looks at. */
export type ConditionFields = Pick<Dossier, 'field' | 'procedureCode' | 'channel' | 'handler'>;

/**
 * Whether a dossier meets every part of a condition; a value that is not recorded is `''`. Throws `RangeError` for a
 * field that is none of `DOSSIER_CONDITIONS`: a set with such a filter is refused where it is read.
 */
export function meetsCondition(dossier: ConditionFields, condition: DossierCondition): boolean {
  return Object.entries(condition).every(([field, values]) => values.includes(recordedValue(dossier, field)));
}

function recordedValue(dossier: ConditionFields, field: string): string {
  switch (field) {
    case 'field':
    case 'procedureCode':
    case 'channel':
    case 'handler':
      return dossier[field] ?? '';
    default:
      throw new RangeError(`dossiers cannot be filtered by ${field}`);
  }
}
