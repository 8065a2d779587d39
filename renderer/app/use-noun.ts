import { useTranslation } from 'react-i18next';
import { findFormula } from '#shared/domain/formulas/registry.ts';

/** What a formula counts, in a word: dossiers, or entries of another ledger. */
export function useNoun(formula: string): string {
  const { t } = useTranslation('targets');
  return t(findFormula(formula)?.kind === 'dossier' ? 'noun.dossier' : 'noun.entry');
}
