import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { dynamicWords } from './dynamic-words.ts';

/** What a formula counts over what, in the words the printed report uses too; null for an unknown formula. */
export function useFormulaWords(): (formula: string) => { numerator: string; denominator: string } | null {
  const { i18n } = useTranslation();
  return useCallback(
    (formula) => {
      const key = `report:formula.${formula.replace(/[.-]/gu, '_')}`;
      if (!i18n.exists(`${key}.numerator`)) return null;
      return {
        numerator: dynamicWords(i18n, `${key}.numerator`),
        denominator: dynamicWords(i18n, `${key}.denominator`),
      };
    },
    [i18n],
  );
}
