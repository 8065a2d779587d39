import type { TFunction } from 'i18next';
import { CHANNELS, DIGITISED_FLAGS, DOSSIER_STATUSES, OUTCOMES } from '#shared/domain/dossier.ts';
import { formatDate, parseIsoDate } from '#shared/domain/local-date.ts';
import { readSuspensions, suspensionsText } from './suspension-text.ts';

type T = TFunction<'dossiers'>;

function oneOf<V extends string>(values: readonly V[], value: string): V | null {
  return (values as readonly string[]).includes(value) ? (value as V) : null;
}

/**
 * A value of a record or of its history in words: codes by their names, days as dd/MM/yyyy, everything else as it is.
 * History keeps flags as `true`/`false` or `1`/`0`.
 */
export function fieldText(t: T, field: string, value: string | boolean | null): string | null {
  if (value === null || value === '') return null;
  if (typeof value === 'boolean') return t(value ? 'yesNo.yes' : 'yesNo.no');
  switch (field) {
    case 'channel': {
      const channel = oneOf(CHANNELS, value);
      return channel ? t(`channel.${channel}`) : value;
    }
    case 'status': {
      const status = oneOf(DOSSIER_STATUSES, value);
      return status ? t(`status.${status}`) : value;
    }
    case 'outcome': {
      const outcome = oneOf(OUTCOMES, value);
      return outcome ? t(`outcome.${outcome}`) : value;
    }
    case 'componentsDigitised':
    case 'resultDigitised': {
      const flag = oneOf(DIGITISED_FLAGS, value);
      return flag ? t(`digitised.${flag}`) : value;
    }
    case 'inSoftware':
    case 'paperParallel':
      return ['true', '1', 'yes'].includes(value)
        ? t('yesNo.yes')
        : ['false', '0', 'no'].includes(value)
          ? t('yesNo.no')
          : value;
    case 'suspensions': {
      const spans = readSuspensions(value);
      return spans ? suspensionsText(t, spans) : value;
    }
    default: {
      const day = parseIsoDate(value);
      return day ? formatDate(day) : value;
    }
  }
}
