import { Button } from '@mantine/core';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '#shared/domain/local-date.ts';
import { en, vi } from '#shared/i18n/index.ts';
import type { LogLine } from '#shared/ipc/contract/log.ts';
import { aboutText, kindText, logWords, whoText } from '#shared/log/line-texts.ts';
import { call, toFault } from '../../../app/bridge.ts';
import { longWork } from '../../../app/long-work.ts';
import { useSession } from '../../../app/session.ts';
import { useDeed } from '../../../app/use-deed.ts';
import { useFormat } from '../../../app/words.ts';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { Fingerprint } from '../../../ui/fingerprint.tsx';
import { formatInstant } from '../../../ui/instant.ts';
import { showFault, showNext } from '../../../ui/toast.tsx';
import classes from './log.module.css';
import { LogFilterLine } from './log-filter-line.tsx';
import { EVERYTHING, type LogChoice, questionOf, useLog } from './use-log.ts';

/** Nhật ký: everything that was done, read only. */
export function LogSection() {
  const { t } = useTranslation('log');
  const format = useFormat();
  const today = useSession((session) => session.app?.today ?? null);
  const [choice, setChoice] = useState<LogChoice>(EVERYTHING);
  const { list, about } = useLog(choice);
  const [active, setActive] = useState(0);
  const grid = useRef<HTMLDivElement>(null);
  const { busy, fault, run } = useDeed();
  const words = useMemo(() => logWords(format.language === 'en' ? en : vi), [format.language]);
  const columns = useMemo<DataColumn<LogLine>[]>(
    () => [
      {
        id: 'seq',
        header: t('column.seq'),
        width: '56px',
        align: 'right',
        cell: ({ id }) => format.count(id),
      },
      {
        id: 'at',
        header: t('column.at'),
        width: '148px',
        cell: ({ at }) => (at === '' ? '' : formatInstant(at)),
      },
      {
        id: 'who',
        header: t('column.who'),
        width: 'minmax(104px, 1.25fr)',
        cell: (line) => <span title={whoText(line, words)}>{whoText(line, words)}</span>,
      },
      {
        id: 'what',
        header: t('column.what'),
        width: 'minmax(112px, 1.3fr)',
        cell: (line) => <span title={kindText(line, words)}>{kindText(line, words)}</span>,
      },
      {
        id: 'about',
        header: t('column.about'),
        width: 'minmax(128px, 1.9fr)',
        cell: (line) => {
          const text = aboutText(line, words);
          const all = line.reason === null ? text : `${text}${text === '' ? '' : ' · '}${line.reason}`;
          return <span title={all}>{all}</span>;
        },
      },
    ],
    [t, format.count, words],
  );
  const { want } = list;
  const onRange = useCallback((first: number, last: number) => want(first, last + 1), [want]);
  const shown = list.rowAt(active);

  const save = () =>
    run(async () => {
      if (today === null) return;
      const date = formatDate(today).replaceAll('/', '-');
      const proposedName = `${t('export.fileName', { date })}.xlsx`;
      const target = await call('files.saveAs', { proposedName, kind: 'xlsx' });
      if (target === null) return;
      const { rows, saved } = await longWork(t('export.working'), (task) =>
        call('log.export', { filter: questionOf(choice), target: target.token, task }),
      );
      showNext(t('export.done', { n: format.count(rows), name: saved.name }), t('export.reveal'), () => {
        call('files.reveal', { token: saved.token }).catch((reason: unknown) => showFault(toFault(reason)));
      });
    });

  return (
    <div className={classes.log}>
      <p className={classes.text}>{t('text')}</p>
      <LogFilterLine
        choice={choice}
        people={about?.people ?? []}
        count={list.ids?.length ?? null}
        onChange={(next) => {
          setChoice(next);
          setActive(0);
        }}
        actions={
          <Button variant="default" size="compact-sm" loading={busy} onClick={() => void save()}>
            {t('export.button')}
          </Button>
        }
      />
      {fault ? <ErrorNotice fault={fault} /> : null}
      {list.fault ? <ErrorNotice fault={list.fault} onRetry={list.refresh} /> : null}
      <DataTable
        grid={grid}
        label={t('title')}
        columns={columns}
        count={list.ids?.length ?? 0}
        rowAt={list.rowAt}
        onRange={onRange}
        active={(list.ids?.length ?? 0) === 0 ? null : active}
        onActive={setActive}
        busy={list.loading}
        empty={list.answered ? <EmptyState title={t('none')}>{t('noneText')}</EmptyState> : undefined}
      />
      <div className={classes.foot}>
        {shown ? (
          <span>
            {t('column.hash')} {format.count(shown.id)}: <Fingerprint sha256={shown.hash} />
          </span>
        ) : null}
      </div>
    </div>
  );
}
