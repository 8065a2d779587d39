import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { goTo, goToExplain, goToImports, goToSettings, stepPeriod } from '../../../app/navigation.ts';
import type { CheckPlace } from '../model/checks.ts';

/** Marks the field of the document's date, so that a check can lead to it. */
export const DATE_PLACE = 'document-date';

interface Props {
  readonly place: CheckPlace;
  /** The objective that the check is about. */
  readonly objective: string | number | null | undefined;
}

/** Leads from a check to where it is mended. */
export function PlaceButton({ place, objective }: Props) {
  const { t } = useTranslation('checkPlaces');
  const go = () => {
    switch (place) {
      case 'document-date':
        document.querySelector<HTMLElement>(`[data-place="${DATE_PLACE}"] input`)?.focus();
        break;
      case 'signatory':
      case 'founding':
        goToSettings('unit');
        break;
      case 'data-check':
        goToSettings('check');
        break;
      case 'imports':
        goToImports('dossiers');
        break;
      case 'earlier-period':
        stepPeriod(-1);
        break;
      case 'records-behind':
        if (typeof objective === 'string') goToExplain(objective);
        else goTo('overview');
        break;
    }
  };
  return (
    <Button variant="default" size="compact-xs" onClick={go}>
      {t(place)}
    </Button>
  );
}
