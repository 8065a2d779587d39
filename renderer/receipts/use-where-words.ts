import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** Words of the place that a reason names: an objective's id stands there alone, everything else names itself. */
export function useWhereWords(): (where: string | null) => string {
  const { t } = useTranslation('receipts');
  return useCallback(
    (where) => {
      if (where === null) return t('wholeReport');
      return /^\d+(\.\d+)*$/.test(where) ? t('objective', { id: where }) : where;
    },
    [t],
  );
}
