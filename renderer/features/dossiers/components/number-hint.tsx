import { useTranslation } from 'react-i18next';
import type { Numbers } from '../hooks/use-numbers.ts';
import { NumbersButton } from './numbers-button.tsx';

/** Under the label of an ID number in the form of a known dossier: the number once it is shown, else how it is kept. */
export function NumberHint(numbers: Numbers) {
  const { t } = useTranslation('dossiers');
  const known = numbers.shown?.dossier.record.personId ?? null;
  return (
    <>
      {known === null ? t('numbers.keep') : <output>{known}</output>}{' '}
      <span style={{ whiteSpace: 'nowrap' }}>
        <NumbersButton {...numbers} />
      </span>
    </>
  );
}
