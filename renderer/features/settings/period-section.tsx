import { NumberInput, Radio, Stack } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PERIOD_SCHEMES, type PeriodScheme } from '#shared/domain/period.ts';
import { Card } from '../../ui/card.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import classes from './settings.module.css';
import { useSettings } from './use-settings.ts';

/** Latest sensible deadline: a quarter after the period's end. */
const DAYS_MAX = 90;

/** By which days periods are cut, and when the report is due. */
export function PeriodSection() {
  const { t } = useTranslation(['settings', 'common']);
  const { settings, loadFault, saveFault, save, refresh } = useSettings();
  const [days, setDays] = useState<number | ''>('');
  const stored = settings?.reportDueDays ?? null;
  useEffect(() => setDays(stored ?? ''), [stored]);
  if (loadFault) return <ErrorNotice fault={loadFault} onRetry={refresh} />;
  if (!settings) return null;
  const keepDays = () => void save((now) => ({ ...now, reportDueDays: days === '' ? null : days }));
  return (
    <div className={classes.stack}>
      {saveFault ? <ErrorNotice fault={saveFault} /> : null}
      <Card title={t('settings:period.scheme')} padded>
        <Radio.Group
          aria-label={t('settings:period.scheme')}
          value={settings.profile.periodScheme}
          onChange={(value) =>
            void save((now) => ({ ...now, profile: { ...now.profile, periodScheme: value as PeriodScheme } }))
          }
        >
          <Stack gap={8}>
            {PERIOD_SCHEMES.map((scheme) => (
              <Radio
                key={scheme}
                value={scheme}
                label={t(`common:scheme.${scheme}`)}
                description={t(`settings:period.example.${scheme}`)}
              />
            ))}
          </Stack>
        </Radio.Group>
      </Card>
      <Card title={t('settings:period.due')} padded>
        <NumberInput
          label={t('settings:period.dueDays')}
          description={t('settings:period.dueNote')}
          min={0}
          max={DAYS_MAX}
          allowDecimal={false}
          allowNegative={false}
          w={280}
          value={days}
          onChange={(value) => setDays(typeof value === 'number' ? value : '')}
          onBlur={keepDays}
          onKeyDown={(event) => {
            if (event.key === 'Enter') keepDays();
          }}
        />
      </Card>
    </div>
  );
}
