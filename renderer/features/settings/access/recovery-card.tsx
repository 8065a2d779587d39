import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AccessState } from '#shared/ipc/contract/access.ts';
import { askForRecovery } from '../../../access/ask.ts';
import { Card } from '../../../ui/card.tsx';
import { formatInstant } from '../../../ui/instant.ts';
import classes from '../settings.module.css';

/** The recovery sheet that counts, and a new one in its place. */
export function RecoveryCard({ recovery, manages }: Pick<AccessState, 'recovery' | 'manages'>) {
  const { t } = useTranslation('access');
  return (
    <Card title={t('recovery.title')} padded>
      <p className={classes.note}>
        {recovery === null
          ? t('recovery.none')
          : t('recovery.has', { number: recovery.number, at: formatInstant(recovery.madeAt) })}
      </p>
      {manages ? (
        <div className={classes.buttons}>
          <Button variant={recovery === null ? 'filled' : 'default'} onClick={askForRecovery}>
            {t(recovery === null ? 'recovery.make' : 'recovery.renew')}
          </Button>
        </div>
      ) : null}
    </Card>
  );
}
