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

/** What a formula counts, in a word that goes with a number (many unless told): dossiers, answers, people, units. */
export function useNouns(): (formula: string, count?: number) => string {
  const { t } = useTranslation('targets');
  return useCallback(
    (id, count = 2) => {
      const formula = findFormula(id);
      if (formula?.kind === 'dossier') return t('noun.dossiers', { count });
      const ledger = NAMED.find((each) => each === formula?.ledgers[0]);
      return t(`noun.${ledger ?? 'other'}`, { count });
    },
    [t],
  );
}
