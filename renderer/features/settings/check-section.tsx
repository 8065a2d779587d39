import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#shared/ipc/contract.ts';
import { call } from '../../app/bridge.ts';
import { longWork } from '../../app/long-work.ts';
import { useDeed } from '../../app/use-deed.ts';
import { useQuery } from '../../app/use-query.ts';
import { useFormat } from '../../app/words.ts';
import { Card } from '../../ui/card.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { ToneBadge } from '../../ui/verdict-badge.tsx';
import classes from './settings.module.css';

/** Is the data sound; and what to tell a helper, without personal data. */
export function CheckSection() {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const diagnostics = useQuery('app.diagnostics', {});
  const [result, setResult] = useState<Output<'app.check'> | null>(null);
  const { busy, fault, run } = useDeed();

  const check = () =>
    run(async () => {
      setResult(null);
      setResult(await longWork(t('check.working'), (task) => call('app.check', { task })));
    });

  return (
    <div className={classes.stack}>
      <Card title={t('check.title')} padded>
        <p className={classes.note}>{t('check.text')}</p>
        <div className={classes.buttons}>
          <Button loading={busy} onClick={() => void check()}>
            {t('check.run')}
          </Button>
          <span role="status">
            {result ? (
              <ToneBadge tone={result.ok ? 'met' : 'missed'} mark={result.ok ? '✓' : '▲'}>
                {t(result.ok ? 'check.ok' : 'check.bad', {
                  n: format.count(result.problems.length),
                  ms: format.count(result.milliseconds),
                })}
              </ToneBadge>
            ) : null}
          </span>
        </div>
        {fault ? <ErrorNotice fault={fault} /> : null}
        {result && result.problems.length > 0 ? (
          <ul>
            {result.problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        ) : null}
      </Card>
      <Card
        title={t('check.diagnostics')}
        note={t('check.diagnosticsNote')}
        actions={diagnostics.data ? <CopyButton text={diagnostics.data.text} /> : null}
        padded
      >
        {diagnostics.fault ? <ErrorNotice fault={diagnostics.fault} onRetry={diagnostics.refresh} /> : null}
        {diagnostics.data ? (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
          <pre tabIndex={0} className={classes.text}>
            {diagnostics.data.text}
          </pre>
        ) : null}
      </Card>
    </div>
  );
}
