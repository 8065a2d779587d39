import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UpdateOffer, UpdateState } from '#shared/ipc/contract/updates.ts';
import { call } from '../../app/bridge.ts';
import { useDeed } from '../../app/use-deed.ts';
import { useQuery } from '../../app/use-query.ts';
import { useFormat } from '../../app/words.ts';
import { Card } from '../../ui/card.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { ToneBadge } from '../../ui/verdict-badge.tsx';
import classes from './settings.module.css';
import own from './update.module.css';
import { UpdateOfferCard } from './update-offer-card.tsx';

/** Which version runs, a new one out of a signed file, and the way back. */
export function UpdateSection() {
  const { t } = useTranslation('updates');
  const format = useFormat();
  const query = useQuery('updates.state', {});
  const [offer, setOffer] = useState<UpdateOffer | null>(null);
  const [changed, setChanged] = useState<UpdateState | null>(null);
  const { busy, fault, run } = useDeed();
  const state = changed ?? query.data;
  const [installer, setInstaller] = useState<string | null>(null);

  const choose = () =>
    run(async () => {
      const found = await call('updates.choose', {});
      if (found !== null) setOffer(found);
    });
  const install = (token: string) =>
    run(async () => {
      const next = await call('updates.install', { token });
      setChanged(next);
      if (next.kind === 'installer') setInstaller(offer?.version ?? null);
      setOffer(null);
    });
  const rollBack = () =>
    run(async () => {
      const back = await call('updates.rollBack', {});
      if (back !== null) setChanged(back);
    });

  // The one that was left goes on running until the program is started anew.
  const goingBack = state !== null && state.waiting !== null && state.left?.version === state.version;
  const waitingWords = (waiting: string, running: string): string => {
    if (!goingBack) return t('waiting', { version: waiting });
    return waiting === 'first'
      ? t('waitingBack.first', { running })
      : t('waitingBack.version', { version: waiting, running });
  };
  const named = (version: string) => (version === 'first' ? t('first') : version);
  return (
    <div className={classes.stack}>
      <Card title={t('title')} padded>
        <p className={classes.note}>{t('text')}</p>
        {query.fault ? <ErrorNotice fault={query.fault} onRetry={query.refresh} /> : null}
        <dl className={classes.facts}>
          <dt>{t('version')}</dt>
          <dd>{state?.version ?? '…'}</dd>
          <dt>{t('way')}</dt>
          <dd>{state ? t(`kind.${state.kind}`) : '…'}</dd>
          <dt>{t('before')}</dt>
          <dd>{state ? (state.previous === null ? t('none') : named(state.previous)) : '…'}</dd>
        </dl>
        <p className={classes.note}>{t('supported')}</p>
        <div role="status" className={own.news}>
          {state?.refused ? <p className={classes.note}>{t(`refused.${state.refused}`)}</p> : null}
          {state?.left && !goingBack ? (
            <p className={classes.note}>
              <ToneBadge tone="attention" mark="!">
                {t(`left.${state.left.why}`, { version: state.left.version })}
              </ToneBadge>
            </p>
          ) : null}
          {installer ? <p className={classes.note}>{t('waitingInstaller', { version: installer })}</p> : null}
          {state?.waiting ? (
            <p className={classes.note}>
              <ToneBadge tone="met" mark="✓">
                {waitingWords(state.waiting, state.version)}
              </ToneBadge>
            </p>
          ) : null}
        </div>
        {fault ? <ErrorNotice fault={fault} /> : null}
        <div className={classes.buttons}>
          {state?.waiting ? (
            <Button onClick={() => void run(async () => void (await call('updates.restart', {})))}>
              {t('restart')}
            </Button>
          ) : null}
          {state && state.refused === null ? (
            <Button
              variant={state.waiting || offer ? 'default' : 'filled'}
              loading={busy}
              onClick={() => void choose()}
            >
              {t(offer ? 'another' : 'choose')}
            </Button>
          ) : null}
          {state && state.previous !== null && !goingBack ? (
            <Button variant="default" loading={busy} onClick={() => void rollBack()}>
              {t('rollBack')}
            </Button>
          ) : null}
        </div>
      </Card>
      {offer ? (
        <UpdateOfferCard
          offer={offer}
          size={format.count(Math.ceil(offer.size / 1_000_000))}
          busy={busy}
          onInstall={() => void install(offer.token)}
        />
      ) : null}
    </div>
  );
}
