import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/words.ts';
import type { FileRow, UnitRow } from './model/flags.ts';

/** What is to be noted about a unit besides its state, in words. */
export function useUnitNotes(files: readonly FileRow[]): (unit: UnitRow) => string[] {
  const { t } = useTranslation('gathering');
  const format = useFormat();
  const { count } = format;
  return useCallback(
    (unit) => {
      const has = (...states: FileRow['state'][]) =>
        unit.files.some((at) => states.includes((files[at] as FileRow).state));
      const found: (string | false)[] = [
        unit.late?.signed === true && t('notes.lateSigned'),
        unit.late?.received === true && t('notes.lateReceived'),
        unit.duplicates > 0 && t('notes.duplicates', { n: count(unit.duplicates) }),
        unit.superseded > 0 && t('notes.superseded', { n: count(unit.superseded) }),
        unit.chain === 'part' && t('notes.part'),
        unit.chain === 'broken' && t('notes.broken'),
        has('contradiction') && t('notes.contradiction'),
        unit.state !== 'invalid' && has('invalid', 'no-report') && t('notes.invalid'),
        unit.state !== 'unknown-signer' && has('unknown-signer', 'newer-format') && t('notes.unknown'),
        unit.state !== 'other-key' && has('other-key') && t('notes.otherKey'),
        unit.lowered.length > 0 && t('notes.lowered', { ids: unit.lowered.join(', ') }),
        unit.nameDiffers && t('notes.name'),
      ];
      return found.filter((one) => one !== false);
    },
    [t, count, files],
  );
}
