import { Button } from '@mantine/core';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { periodShort } from '#shared/i18n/period-words.ts';
import type { ImportDays } from '#shared/ipc/contract/imports.ts';
import { choosePeriod, goTo, useNavigation } from '../../../app/navigation.ts';
import { useFormat } from '../../../app/words.ts';
import { periodToSee } from '../model/period-to-see.ts';

interface Props {
  /** Of each list that was imported. */
  readonly days: readonly ImportDays[];
  readonly ref?: Ref<HTMLButtonElement>;
}

/** Leads to the figures of the period that was imported, and names it where another one is looked at now. */
export function SeeOverview({ days, ref }: Props) {
  const { t } = useTranslation('imports');
  const { language } = useFormat();
  const current = useNavigation(({ period }) => period);
  const scheme = useNavigation((state) => state.scheme);
  const other = periodToSee(days, current, scheme);
  const see = () => {
    if (other !== null) choosePeriod(other);
    goTo('overview');
  };
  return (
    <Button ref={ref} onClick={see}>
      {other === null ? t('done.overview') : t('done.overviewOf', { period: periodShort(other, language) })}
    </Button>
  );
}
