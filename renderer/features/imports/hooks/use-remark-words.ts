import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { CellRemark } from '#shared/ipc/contract/imports.ts';

/** Words of a remark: the program's own sentence, else those of its code, else the code itself. */
export function useRemarkWords(): (remark: Pick<CellRemark, 'code' | 'message'>) => string {
  const { t, i18n } = useTranslation('imports');
  return useCallback(
    ({ code, message }) => {
      if (message !== '' && message !== code) return message;
      return i18n.exists(`imports:codes.${code}`) ? t(`codes.${code as 'other'}`) : code;
    },
    [t, i18n],
  );
}
