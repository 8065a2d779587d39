import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { CHANNELS } from '#shared/domain/dossier.ts';
import { findFormula } from '#shared/domain/formulas/registry.ts';
import type { Threshold } from '#shared/domain/target-set.ts';
import { dynamicWords } from './dynamic-words.ts';
import { useFormulaWords } from './formula-words.ts';
import { useFormat } from './words.ts';

/** Words of what a target set holds: thresholds, formulas, filters with the names of their fields and values. */
export function useTargetWords() {
  const { t, i18n } = useTranslation(['targets', 'dossiers']);
  const format = useFormat();
  const formulaWords = useFormulaWords();

  const threshold = useCallback(
    ({ op, basisPoints }: Threshold) =>
      t(`targets:threshold.${op}`, { target: format.basisPoints(basisPoints) }),
    [t, format.basisPoints],
  );

  /** The ledger by whose words a formula's fields are named; null: dossiers. */
  const ledgerOfFormula = useCallback((formula: string) => {
    const found = findFormula(formula);
    return found?.kind === 'ledger' ? (found.ledgers[0] ?? null) : null;
  }, []);

  const fieldName = useCallback(
    (formula: string, field: string): string => {
      const ledger = ledgerOfFormula(formula);
      const key = ledger === null ? `dossiers:fields.${field}` : `ledgers:${ledger}.fields.${field}`;
      return i18n.exists(key) ? dynamicWords(i18n, key) : field;
    },
    [i18n, ledgerOfFormula],
  );

  const valueName = useCallback(
    (formula: string, field: string, value: string): string => {
      if (value === '') return t('targets:filterEmpty');
      const ledger = ledgerOfFormula(formula);
      if (ledger === null) {
        const channel = field === 'channel' ? CHANNELS.find((each) => each === value) : undefined;
        return channel ? t(`dossiers:channel.${channel}`) : value;
      }
      const key = `ledgers:${ledger}.choices.${field}.${value}`;
      return i18n.exists(key) ? dynamicWords(i18n, key) : value;
    },
    [t, i18n, ledgerOfFormula],
  );

  const filter = useCallback(
    (formula: string, conditions: Readonly<Record<string, readonly string[]>> | null): string | null => {
      const given = Object.entries(conditions ?? {}).filter(([, values]) => values.length > 0);
      if (given.length === 0) return null;
      return t('targets:filter', {
        conditions: given
          .map(([field, values]) =>
            t('targets:filterOne', {
              field: fieldName(formula, field).toLowerCase(),
              values: values.map((value) => valueName(formula, field, value)).join(t('targets:filterOr')),
            }),
          )
          .join(t('targets:filterAnd')),
      });
    },
    [t, fieldName, valueName],
  );

  /** "Numerator / denominator" in one line, for choosing a formula. */
  const formulaLine = useCallback(
    (formula: string): string => {
      const said = formulaWords(formula);
      return said ? `${said.numerator} / ${said.denominator}` : formula;
    },
    [formulaWords],
  );

  return useMemo(
    () => ({ threshold, fieldName, valueName, filter, formulaLine, formula: formulaWords }),
    [threshold, fieldName, valueName, filter, formulaLine, formulaWords],
  );
}
