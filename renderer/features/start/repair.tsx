import '../../app/all-styles.ts';
import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorParams } from '#shared/errors.ts';
import { call } from '../../app/bridge.ts';
import { milestone } from '../../app/milestone.ts';
import { loadSession } from '../../app/session.ts';
import { useDeed } from '../../app/use-deed.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { mended, RestoreOffer } from './restore-offer.tsx';
import classes from './start.module.css';

interface Props {
  readonly fault: {
    readonly code: string;
    readonly params: ErrorParams;
    readonly logId?: string | null;
  } | null;
}

/** The data folder could not be opened: what is the matter, what to do, and that nothing was touched. */
export default function Repair({ fault }: Props) {
  const { t, i18n } = useTranslation(['start', 'common']);
  const { busy, run } = useDeed();
  const [diagnostics, setDiagnostics] = useState<string | null>(null);
  useEffect(() => milestone('interactive'), []);
  useEffect(() => {
    call('app.diagnostics', {}).then(
      ({ text }) => setDiagnostics(text),
      () => setDiagnostics(null),
    );
  }, []);
  const advice = fault && i18n.exists(`start:repair.advice.${fault.code}`) ? fault.code : 'other';
  return (
    <div className={classes.stage}>
      <main className={`${classes.sheet} ${classes.narrow}`}>
        <h1>{t('start:repair.title')}</h1>
        <p>{t('start:repair.text')}</p>
        <ErrorNotice fault={fault ?? { code: 'INTERNAL', params: {} }} />
        <p>{t(`start:repair.advice.${advice}` as 'start:repair.advice.other')}</p>
        <RestoreOffer code={fault?.code ?? null} />
        <div className={classes.buttons}>
          <Button
            variant={mended(fault?.code) ? 'default' : 'filled'}
            loading={busy}
            onClick={() => void run(loadSession)}
          >
            {t('common:action.retry')}
          </Button>
          {diagnostics === null ? null : <CopyButton text={diagnostics} label={t('start:repair.copy')} />}
        </div>
      </main>
    </div>
  );
}
