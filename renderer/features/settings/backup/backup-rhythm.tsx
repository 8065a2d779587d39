import { Checkbox, NumberInput } from '@mantine/core';
import { useRef, useState } from 'react';
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
  const { busy, fault, follow } = useDeed();
  // What was asked for last: a second choice builds on the first, also before that is saved.
  const asked = useRef(settings);
  const known = useRef(settings);
  if (!busy && known.current !== settings) {
    known.current = settings;
    asked.current = settings;
  }
  const [days, setDays] = useState<string | number>(settings.drillDays);

  async function save(change: Partial<Settings>, undo = true): Promise<void> {
    const before = asked.current;
    const next = { ...before, ...change };
    asked.current = next;
    const saved = await follow(async () => {
      await call('backups.saveSettings', next);
    });
    if (!saved) asked.current = known.current;
    if (saved && undo)
      showUndoable(t('backup:rhythm.saved'), t('common:action.undo'), () => {
        setDays(before.drillDays);
        void save(before, false);
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
          onChange={(event) => void save({ atStart: event.currentTarget.checked })}
        />
        <Checkbox
          label={t('backup:rhythm.atClose')}
          checked={settings.atClose}
          onChange={(event) => void save({ atClose: event.currentTarget.checked })}
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
            if (!wrong && days !== settings.drillDays) void save({ drillDays: days });
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
