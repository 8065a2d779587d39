import { Checkbox, NumberInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackupState } from '#shared/ipc/contract/backups.ts';
import { call } from '../../../app/bridge.ts';
import { useDeed } from '../../../app/use-deed.ts';
import { Card } from '../../../ui/card.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { showUndoable } from '../../../ui/toast.tsx';
import classes from '../settings.module.css';

type Settings = BackupState['settings'];
const LEAST = 7;
const MOST = 366;

/** How often copies are made and drills are due; each change is saved at once and can be undone. */
export function BackupRhythm({ settings, onSaved }: { settings: Settings; onSaved: () => void }) {
  const { t } = useTranslation(['backup', 'common']);
  const { fault, run } = useDeed();
  const [days, setDays] = useState<string | number>(settings.drillDays);

  async function save(next: Settings, undo = true): Promise<void> {
    const saved = await run(async () => {
      await call('backups.saveSettings', next);
    });
    if (saved && undo)
      showUndoable(t('backup:rhythm.saved'), t('common:action.undo'), () => {
        setDays(settings.drillDays);
        void save(settings, false);
      });
    onSaved();
  }

  const wrong = typeof days !== 'number' || days < LEAST || days > MOST;
  return (
    <Card title={t('backup:rhythm.title')} padded>
      <div className={classes.narrow}>
        <Checkbox
          label={t('backup:rhythm.atStart')}
          checked={settings.atStart}
          onChange={(event) => void save({ ...settings, atStart: event.currentTarget.checked })}
        />
        <Checkbox
          label={t('backup:rhythm.atClose')}
          checked={settings.atClose}
          onChange={(event) => void save({ ...settings, atClose: event.currentTarget.checked })}
        />
        <NumberInput
          label={t('backup:rhythm.drillDays')}
          value={days}
          min={LEAST}
          max={MOST}
          clampBehavior="none"
          allowDecimal={false}
          allowNegative={false}
          hideControls
          w={220}
          error={wrong ? t('backup:rhythm.drillDaysWrong', { least: LEAST, most: MOST }) : undefined}
          onChange={setDays}
          onBlur={() => {
            if (!wrong && days !== settings.drillDays) void save({ ...settings, drillDays: days });
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter') event.currentTarget.blur();
          }}
        />
        <p className={classes.note}>{t('backup:rhythm.text')}</p>
      </div>
      {fault ? <ErrorNotice fault={fault} /> : null}
    </Card>
  );
}
