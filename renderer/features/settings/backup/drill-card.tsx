import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { periodTitle } from '#shared/i18n/period-words.ts';
import type { BackupState, DrillResult } from '#shared/ipc/contract/backups.ts';
import { call } from '../../../app/bridge.ts';
import { isTaken } from '../../../app/shortcuts.ts';
import { useDeed } from '../../../app/use-deed.ts';
import { useFormat } from '../../../app/words.ts';
import { TaskProgress } from '../../../backup/task-progress.tsx';
import { useTask } from '../../../backup/use-task.ts';
import { Card } from '../../../ui/card.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { formatInstant } from '../../../ui/instant.ts';
import { Kbd } from '../../../ui/kbd.tsx';
import { ToneBadge } from '../../../ui/verdict-badge.tsx';
import classes from '../settings.module.css';

/** Restores the newest copy into a temporary folder and compares; the date turns red when that is overdue. */
export function DrillCard({ state, onDone }: { state: BackupState; onDone: () => void }) {
  const { t } = useTranslation('backup');
  const format = useFormat();
  const task = useTask('drill');
  const { busy, fault, run } = useDeed();

  async function drill(): Promise<void> {
    if (busy || state.last === null) return;
    await run(async () => {
      await call('backups.drill', { task: task.begin(), copy: null });
    });
    task.end();
    onDone();
  }
  const latest = useRef(drill);
  latest.current = drill;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.ctrlKey || event.altKey || event.shiftKey || event.key.toLowerCase() !== 'd') return;
      if (isTaken(event)) return;
      event.preventDefault();
      void latest.current();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  const { drill: last, drillDue, overdue } = state;
  return (
    <Card title={t('drill.title')} padded>
      <p className={classes.note}>{t('drill.text')}</p>
      <dl className={classes.facts}>
        <dt>{t('drill.last')}</dt>
        <dd>{last ? <DrillWords result={last} /> : t('drill.never')}</dd>
        <dt>{t('drill.due')}</dt>
        <dd>
          {drillDue === null ? t('drill.noCopy') : null}
          {drillDue !== null && overdue ? (
            <ToneBadge tone="missed" mark="▲">
              {t('drill.overdue', { date: format.date(drillDue) })}
            </ToneBadge>
          ) : null}
          {drillDue !== null && !overdue ? format.date(drillDue) : null}
        </dd>
      </dl>
      {fault ? <ErrorNotice fault={fault} /> : null}
      {task.progress ? (
        <TaskProgress task={task} />
      ) : (
        <div className={classes.buttons}>
          <Button
            variant={overdue ? 'filled' : 'default'}
            loading={busy}
            disabled={state.last === null}
            aria-keyshortcuts="Control+D"
            rightSection={<Kbd quiet>Ctrl D</Kbd>}
            onClick={() => void drill()}
          >
            {t('drill.run')}
          </Button>
        </div>
      )}
    </Card>
  );
}

/** What a drill found, in words; the lines of what is wrong as they are, for those who help. */
function DrillWords({ result }: { result: DrillResult }) {
  const { t } = useTranslation('backup');
  const format = useFormat();
  const { report, counts } = result;
  const same = report !== null && report.differing.length === 0;
  return (
    <div role="status">
      <ToneBadge tone={result.ok ? 'met' : 'missed'} mark={result.ok ? '✓' : '▲'}>
        {t(result.ok ? 'drill.ok' : 'drill.bad', { date: format.date(result.day) })}
      </ToneBadge>
      <div className="dim">
        {t('drill.of', { at: formatInstant(result.madeAt), where: t(`where.${result.where}`) })}
        {' · '}
        {t('copies.counts', {
          dossiers: format.count(counts.dossiers),
          entries: format.count(counts.entries),
          reports: format.count(counts.reports),
        })}
      </div>
      {report ? (
        <div className="dim">
          {t(same ? 'drill.same' : report.corrections > 0 ? 'drill.corrected' : 'drill.differs', {
            period: periodTitle(report.period, format.language),
            n: format.count(report.figures),
            differing: report.differing.join(', '),
            corrections: format.count(report.corrections),
          })}
        </div>
      ) : (
        <div className="dim">{t('drill.noReport')}</div>
      )}
      {result.problems.length > 0 ? (
        <ul>
          {result.problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
