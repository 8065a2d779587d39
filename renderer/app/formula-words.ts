import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** What a formula counts over what, in the words the printed report uses too; null for an unknown formula. */
export function useFormulaWords(): (formula: string) => { numerator: string; denominator: string } | null {
  const { i18n } = useTranslation();
  return useCallback(
    (formula) => {
      const key = `report:formula.${formula.replace(/[.-]/gu, '_')}`;
      if (!i18n.exists(`${key}.numerator`)) return null;
      return { numerator: i18n.t(`${key}.numerator`), denominator: i18n.t(`${key}.denominator`) };
    },
    [i18n],
  );
}
