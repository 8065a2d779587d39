import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate, parseIsoDate } from '#shared/domain/local-date.ts';
import { periodTitle } from '#shared/i18n/period-words.ts';
import type { ReportCheck } from '#shared/ipc/contract/reports.ts';
import { dynamicWords } from '../../../app/dynamic-words.ts';
import { useFormat } from '../../../app/words.ts';
import { checkKind } from '../model/checks.ts';

/** Words of a check (catalogue `report`, `checks`), numbers and days written as people write them. */
export function useCheckWords(): (check: ReportCheck) => string {
  const { t, i18n } = useTranslation('reports');
  const format = useFormat();
  return useCallback(
    (check) => {
      const key = `report:checks.${checkKind(check.code)}`;
      if (!i18n.exists(key)) return t('checks.unknown', { code: check.code });
      const params = Object.fromEntries(
        Object.entries(check.params).map(([name, value]) => {
          if (name === 'period' && typeof value === 'string')
            return [name, periodTitle(value, format.language)];
          if (typeof value === 'number') return [name, format.count(value)];
          const day = typeof value === 'string' ? parseIsoDate(value) : null;
          return [name, day ? formatDate(day) : (value ?? '')];
        }),
      );
      return dynamicWords(i18n, key, params);
    },
    [t, i18n, format],
  );
}
