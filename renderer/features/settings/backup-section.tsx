import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#shared/ipc/contract.ts';
import { call } from '../../app/bridge.ts';
import { longWork } from '../../app/long-work.ts';
import { isTaken } from '../../app/shortcuts.ts';
import { useDeed } from '../../app/use-deed.ts';
import { useQuery } from '../../app/use-query.ts';
import { Card } from '../../ui/card.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { formatInstant } from '../../ui/instant.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { showDone } from '../../ui/toast.tsx';
import { ToneBadge } from '../../ui/verdict-badge.tsx';
import { BackupRhythm } from './backup/backup-rhythm.tsx';
import { CopyTable } from './backup/copy-table.tsx';
import { DrillCard } from './backup/drill-card.tsx';
import { RestoreCard } from './backup/restore-card.tsx';
import classes from './settings.module.css';

/** Copies of the book: where they go, how often, whether they could be restored, and how to take one. */
export function BackupSection() {
  const { t } = useTranslation('backup');
  const state = useQuery('backups.state', {}, ['settings']);
  const { busy, fault, run: attempt } = useDeed();

  async function run(work: () => Promise<Output<'backups.state'> | null>): Promise<void> {
    await attempt(async () => {
      const done = await work();
      if (done?.last) showDone(t('done', { file: done.last.file }));
    });
    state.refresh();
  }
  const choose = () =>
    run(async () => {
      const chosen = await call('files.pickFolder', {});
      if (!chosen) return null;
      return longWork(t('working'), (task) => call('backups.choose', { folder: chosen.token, task }));
    });
  const now = () => run(() => longWork(t('working'), (task) => call('backups.now', { task })));
  const latest = useRef(now);
  latest.current = now;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.ctrlKey || event.altKey || event.shiftKey || event.key.toLowerCase() !== 'b') return;
      if (isTaken(event)) return;
      event.preventDefault();
      void latest.current();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  const { data } = state;
  const last = data?.last ?? null;
  return (
    <div className={classes.stack}>
      {state.fault ? <ErrorNotice fault={state.fault} onRetry={state.refresh} /> : null}
      <Card title={t('place.title')} padded>
        <p className={classes.note}>{t('place.text')}</p>
        <dl className={classes.facts}>
          <dt>{t('place.folder')}</dt>
          <dd>{data ? <PlaceWords place={data.place} /> : '…'}</dd>
          <dt>{t('place.last')}</dt>
          <dd>
            {data === null ? '…' : null}
            {data && last === null ? t('place.never') : null}
            {last?.head ? `${formatInstant(last.head.madeAt)} · ${last.file}` : null}
          </dd>
        </dl>
        {fault ? <ErrorNotice fault={fault} /> : null}
        <div className={classes.buttons}>
          <Button
            loading={busy}
            aria-keyshortcuts="Control+B"
            rightSection={<Kbd quiet>Ctrl B</Kbd>}
            onClick={() => void now()}
          >
            {t('now')}
          </Button>
          <Button variant="default" disabled={busy} onClick={() => void choose()}>
            {t('choose')}
          </Button>
          {data?.place ? (
            <Button
              variant="subtle"
              disabled={busy}
              onClick={() => void run(() => call('backups.choose', { folder: null }).then(() => null))}
            >
              {t('forget')}
            </Button>
          ) : null}
        </div>
      </Card>
      {data ? (
        <>
          <DrillCard state={data} onDone={state.refresh} />
          <BackupRhythm settings={data.settings} onSaved={state.refresh} />
          <CopyTable copies={data.copies} />
          <RestoreCard replaced={data.replaced} />
        </>
      ) : null}
    </div>
  );
}

/** The chosen folder, and how it stands; a stick that is away is no fault. */
function PlaceWords({ place }: { place: Output<'backups.state'>['place'] }) {
  const { t } = useTranslation('backup');
  if (place === null)
    return (
      <ToneBadge tone="attention" mark="!">
        {t('place.none')}
      </ToneBadge>
    );
  return (
    <>
      {place.name}{' '}
      {place.present ? (
        <span className="dim">{t(place.behind ? 'place.behind' : 'place.upToDate')}</span>
      ) : (
        <span className="dim">{t('place.away')}</span>
      )}
      {place.sameDisk ? <div className="dim">{t('place.sameDisk')}</div> : null}
    </>
  );
}
