import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { periodTitle } from '#shared/i18n/period-words.ts';
import type { ReportDraft } from '#shared/ipc/contract/reports.ts';
import { choosePeriod } from '../../../app/navigation.ts';
import { useFormat } from '../../../app/words.ts';
import { Card } from '../../../ui/card.tsx';
import css from '../reports.module.css';
import { FigureChanges } from './figure-changes.tsx';

/** "Điều chỉnh kỳ trước": what the report says of earlier signed periods whose figures are others now. */
export function Corrections({ corrections }: Pick<ReportDraft, 'corrections'>) {
  const { t } = useTranslation('reports');
  const { language } = useFormat();
  if (corrections.length === 0) return null;
  return (
    <Card title={t('changes.before')} note={t('changes.beforeNote')} padded>
      {corrections.map((one) => (
        <section key={one.period} className={css.correction}>
          <h3>
            {t('changes.beforePeriod', { period: periodTitle(one.period, language), n: one.revision })}
            <Button variant="default" size="compact-xs" onClick={() => choosePeriod(one.period)}>
              {t('checks.seeReport')}
            </Button>
          </h3>
          <FigureChanges changes={one} />
        </section>
      ))}
    </Card>
  );
}
