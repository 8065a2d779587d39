import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Prepared } from '#shared/ipc/contract/reports.ts';
import type { Output } from '#shared/ipc/contract.ts';
import { type CallFault, call, toFault } from '../../../app/bridge.ts';
import { longWork } from '../../../app/long-work.ts';
import { SummaryButton } from '../../../papers/summary-button.tsx';
import { Card } from '../../../ui/card.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { formatInstant } from '../../../ui/instant.ts';
import css from '../reports.module.css';

const MARK = { valid: '✓', invalid: '▲', unknown: '!' } as const;

interface Props {
  readonly period: string;
  /** Who prepared the very text that is shown; null while nobody has. */
  readonly prepared: Prepared | null;
  /** Saves what was written last; both deeds wait for it. */
  before(): Promise<void>;
  onPrepared(): void;
}

/** Two pairs of eyes: who prepared the draft says so; and the receiver's whole check, run before anything is signed. */
export function Preparation({ period, prepared, before, onPrepared }: Props) {
  const { t } = useTranslation('reports');
  const [busy, setBusy] = useState<'prepare' | 'rehearse' | null>(null);
  const [fault, setFault] = useState<CallFault | null>(null);
  const [found, setFound] = useState<Omit<Output<'reports.rehearse'>, 'pdf'> | null>(null);

  const run = async (what: 'prepare' | 'rehearse', act: () => Promise<void>) => {
    if (busy !== null) return;
    setBusy(what);
    setFault(null);
    setFound(null);
    try {
      await before();
      await act();
    } catch (reason) {
      const failed = toFault(reason);
      if (failed.code !== 'CANCELLED') setFault(failed);
    } finally {
      setBusy(null);
    }
  };
  const prepare = () =>
    run('prepare', async () => {
      await call('reports.prepare', { period });
      onPrepared();
    });
  const rehearse = () =>
    run('rehearse', async () => {
      const { verdict, reasons } = await longWork(t('prepare.working'), (task) =>
        call('reports.rehearse', { period, task }),
      );
      setFound({ verdict, reasons });
    });

  return (
    <Card title={t('prepare.title')} padded>
      <p className={css.plain} role="status">
        {prepared ? (
          <b className={css.met}>
            <span aria-hidden="true">✓ </span>
            {t('prepare.by', { name: prepared.name, at: formatInstant(prepared.at) })}
          </b>
        ) : (
          t('prepare.none')
        )}
      </p>
      <p className={`${css.plain} dim`}>{t('prepare.lead')}</p>
      <div className={css.buttons}>
        <Button
          variant="default"
          disabled={prepared !== null}
          loading={busy === 'prepare'}
          onClick={() => void prepare()}
        >
          {t('prepare.mark')}
        </Button>
        <Button
          variant="default"
          loading={busy === 'rehearse'}
          title={t('prepare.rehearseHint')}
          onClick={() => void rehearse()}
        >
          {t('prepare.rehearse')}
        </Button>
        <SummaryButton period={period} draft />
      </div>
      <div role="status">
        {found && (
          <div className={css.rehearsal} data-verdict={found.verdict}>
            <b>
              <span aria-hidden="true">{MARK[found.verdict]} </span>
              {t(`prepare.verdict.${found.verdict}`)}
            </b>
            {found.reasons.length > 0 && (
              <ul className={css.changes}>
                {found.reasons.map(({ code, message }) => (
                  <li key={`${code} ${message}`}>{message}</li>
                ))}
              </ul>
            )}
          </div>
        )}
      </div>
      {fault && <ErrorNotice fault={fault} />}
    </Card>
  );
}
