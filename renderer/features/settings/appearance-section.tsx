import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Preferences } from '#shared/ipc/contract/app.ts';
import { type CallFault, call, toFault } from '../../app/bridge.ts';
import { applyAppState, useSession } from '../../app/session.ts';
import { openHelp } from '../../help/store.ts';
import { Card } from '../../ui/card.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import classes from './settings.module.css';

/** Minutes that are offered; another number comes from the file of settings alone. */
const LOCK_MINUTES = [2, 5, 10, 20, 60];

/** Language and light; and the keys, in one place. */
export function AppearanceSection() {
  const { t } = useTranslation('settings');
  const preferences = useSession((session) => session.app?.preferences);
  const [fault, setFault] = useState<CallFault | null>(null);
  if (!preferences) return null;
  function change(next: Preferences): void {
    setFault(null);
    call('app.setPreferences', next).then(applyAppState, (reason: unknown) => setFault(toFault(reason)));
  }
  return (
    <div className={classes.stack}>
      {fault ? <ErrorNotice fault={fault} /> : null}
      <Card title={t('appearance.language')} padded>
        <SegmentedControl
          aria-label={t('appearance.language')}
          data={[
            { value: 'vi', label: 'Tiếng Việt' },
            { value: 'en', label: 'English' },
          ]}
          value={preferences.language}
          onChange={(value) => change({ ...preferences, language: value === 'en' ? 'en' : 'vi' })}
        />
      </Card>
      <Card title={t('appearance.colours')} padded>
        <SegmentedControl
          aria-label={t('appearance.colours')}
          data={(['light', 'dark', 'auto'] as const).map((value) => ({
            value,
            label: t(`appearance.${value}`),
          }))}
          value={preferences.colourScheme}
          onChange={(value) => change({ ...preferences, colourScheme: value as Preferences['colourScheme'] })}
        />
      </Card>
      <Card title={t('appearance.lock')} note={t('appearance.lockNote')} padded>
        <SegmentedControl
          aria-label={t('appearance.lock')}
          data={LOCK_MINUTES.map((n) => ({ value: String(n), label: t('appearance.minutes', { n }) }))}
          value={String(preferences.lockMinutes)}
          onChange={(value) => change({ ...preferences, lockMinutes: Number(value) })}
        />
      </Card>
      <Card title={t('appearance.keys')} padded>
        <dl className={classes.keys}>
          {(['screens', 'palette', 'lock', 'period', 'rows', 'open', 'dates'] as const).map((key) => (
            <div key={key}>
              <dt>
                <Kbd>{t(`appearance.key.${key}.keys`)}</Kbd>
              </dt>
              <dd>{t(`appearance.key.${key}.does`)}</dd>
            </div>
          ))}
        </dl>
        <LinkButton onClick={() => openHelp({ chapter: 'phim-tat', anchor: '' })}>
          {t('appearance.allKeys')}
        </LinkButton>
      </Card>
    </div>
  );
}
