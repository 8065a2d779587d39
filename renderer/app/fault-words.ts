import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorParams } from '#shared/errors.ts';
import { dynamicWords } from './dynamic-words.ts';

/** Words of a fault from the catalogue `errors`; a code without words is still named, never swallowed. */
export function useFaultWords(): (fault: { readonly code: string; readonly params: ErrorParams }) => string {
  const { t, i18n } = useTranslation('common');
  return useCallback(
    (fault) => {
      // A reason with words of its own says more than the code alone.
      const exact = `errors:${fault.code}_${fault.params.reason ?? ''}`;
      const key = i18n.exists(exact) ? exact : `errors:${fault.code}`;
      return i18n.exists(key)
        ? dynamicWords(i18n, key, fault.params)
        : t('error.unknown', { code: fault.code });
    },
    [t, i18n],
  );
}
