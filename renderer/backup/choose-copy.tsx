import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { RestoreHead } from '#shared/ipc/contract/backups.ts';
import type { ChosenFile } from '#shared/ipc/contract/common.ts';
import { call, dropped } from '../app/bridge.ts';
import { useDeed } from '../app/use-deed.ts';
import { useQuery } from '../app/use-query.ts';
import { useFormat } from '../app/words.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { formatInstant } from '../ui/instant.ts';
import { Kbd } from '../ui/kbd.tsx';
import { useFileDrop } from '../ui/use-file-drop.ts';
import classes from './backup.module.css';

const fromDialog = () => call('files.pickBackup', {});

/** Step 1: a copy that this machine knows, or a file. */
export function ChooseCopy({ onChosen }: { onChosen: (head: RestoreHead) => void }) {
  const { t } = useTranslation('backup');
  const format = useFormat();
  const found = useQuery('restore.candidates', {});
  const { busy, fault, run } = useDeed();
  const open = (token: string) => run(async () => onChosen(await call('restore.open', { file: token })));
  const pick = (ask: () => Promise<ChosenFile | null>) =>
    run(async () => {
      const file = await ask();
      if (file) onChosen(await call('restore.open', { file: file.token }));
    });
  useFileDrop(([first]) => {
    if (first) void pick(() => dropped(first));
  });
  const latest = useRef(pick);
  latest.current = pick;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.ctrlKey || event.altKey || event.shiftKey || event.key.toLowerCase() !== 'o') return;
      event.preventDefault();
      void latest.current(fromDialog);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  const copies = found.data?.copies ?? [];
  return (
    <div className={classes.column}>
      <p>{t('restore.chooseText')}</p>
      {fault ? <ErrorNotice fault={fault} /> : null}
      {found.fault ? <ErrorNotice fault={found.fault} onRetry={found.refresh} /> : null}
      {copies.length > 0 ? (
        <ul className={classes.list} aria-label={t('restore.found')}>
          {copies.map(({ token, file, head, where, state }) => (
            <li key={`${where} ${file}`}>
              <button type="button" disabled={busy || state !== 'good'} onClick={() => void open(token)}>
                <b>{head ? formatInstant(head.madeAt) : file}</b>
                <span>
                  {head
                    ? `${head.unit.name} · ${t(`reason.${head.reason}`)}`
                    : t(`copies.${state}` as 'copies.newer')}
                </span>
                <span className="dim">
                  {t(`where.${where}`)}
                  {head
                    ? ` · ${t('copies.dossiers', { dossiers: format.count(head.counts.dossiers) })}`
                    : null}
                </span>
              </button>
            </li>
          ))}
        </ul>
      ) : found.data ? (
        <p className="dim">{t('restore.noneFound')}</p>
      ) : null}
      <div className={classes.buttons}>
        <Button
          data-autofocus
          loading={busy}
          variant={copies.length > 0 ? 'default' : 'filled'}
          aria-keyshortcuts="Control+O"
          rightSection={<Kbd quiet>Ctrl O</Kbd>}
          onClick={() => void pick(fromDialog)}
        >
          {t('restore.pick')}
        </Button>
        <span className="dim">{t('restore.drop')}</span>
      </div>
    </div>
  );
}
