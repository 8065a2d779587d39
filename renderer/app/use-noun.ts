import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { findFormula } from '#shared/domain/formulas/registry.ts';

const NAMED = [
  'petitions',
  'survey-answers',
  'staff',
  'staff-ratings',
  'work-files',
  'signature-units',
  'iso-activities',
] as const;

/** What a formula counts, in a word: dossiers, answers, people, units. */
export function useNouns(): (formula: string) => string {
  const { t } = useTranslation('targets');
  return useCallback(
    (id) => {
      const formula = findFormula(id);
      if (formula?.kind === 'dossier') return t('noun.dossiers');
      const ledger = NAMED.find((each) => each === formula?.ledgers[0]);
      return t(`noun.${ledger ?? 'other'}`);
    },
    [t],
  );
}
