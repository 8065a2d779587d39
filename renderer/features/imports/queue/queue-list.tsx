import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFaultWords } from '../../../app/fault-words.ts';
import { useFormat } from '../../../app/words.ts';
import { Card } from '../../../ui/card.tsx';
import { Kbd } from '../../../ui/kbd.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import { takeFile } from '../actions.ts';
import { BalanceLine } from '../components/balance-line.tsx';
import { SeeOverview } from '../components/see-overview.tsx';
import { useKindWords } from '../hooks/use-kind-words.ts';
import css from '../imports.module.css';
import { importReady, lookAtRest, stopQueue } from './actions.ts';
import { leaveQueue, type QueuedFile, type QueueState, useImportQueue } from './store.ts';

const MARKS: Readonly<Record<QueueState, string>> = {
  waiting: '·',
  looking: '…',
  ready: '✓',
  columns: '▲',
  bad: '▲',
  same: '=',
  importing: '…',
  imported: '✓',
  failed: '▲',
};
const NEEDS_YOU: ReadonlySet<QueueState> = new Set(['columns', 'bad', 'failed']);
const UNDER_WAY: ReadonlySet<QueueState> = new Set(['waiting', 'looking', 'importing']);

/** Several files chosen at once: how it stands with each, and one key that imports those that are ready. */
export function QueueList() {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const { items, run, stopping } = useImportQueue();
  const next = useRef<HTMLButtonElement>(null);
  const ready = items.filter(({ state }) => state === 'ready').length;
  const waiting = items.filter(({ state }) => state === 'waiting').length;
  const importing = items.some(({ state }) => state === 'importing');
  const imported = items.filter(({ state }) => state === 'imported').length;
  const importsLeft = ready + (importing ? 1 : 0);
  useEffect(() => {
    if (run === null) next.current?.focus();
  }, [run]);
  return (
    <Card title={t('queue.title', { n: format.count(items.length) })}>
      <p className={css.none}>{t('queue.lead')}</p>
      <table className={css.past} data-queue>
        <thead>
          <tr>
            <th>{t('past.file')}</th>
            <th>{t('kinds.label')}</th>
            <th>{t('queue.state')}</th>
            <th>
              <span className="sr-only">{t('queue.open')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <QueueRow key={item.file.token} item={item} resting={run === null} />
          ))}
        </tbody>
      </table>
      <div className={css.queueFoot}>
        {run !== null ? (
          <ProgressBar
            label={t(importing ? 'queue.importing' : 'queue.looking')}
            done={importing ? imported : items.filter(({ state }) => !UNDER_WAY.has(state)).length}
            total={importing ? imported + importsLeft : items.length}
            cancelling={stopping}
            onCancel={() => void stopQueue()}
          />
        ) : (
          <>
            {ready > 0 ? (
              <Button
                ref={next}
                onClick={() => void importReady()}
                aria-keyshortcuts="Control+Enter"
                rightSection={<Kbd quiet>Ctrl Enter</Kbd>}
              >
                {t('queue.commit', { n: format.count(ready) })}
              </Button>
            ) : imported > 0 ? (
              <SeeOverview
                ref={next}
                days={items.map(({ state, result }) => (state === 'imported' && result ? result.days : null))}
              />
            ) : null}
            {waiting > 0 && (
              <Button variant="default" onClick={() => void lookAtRest()}>
                {t('queue.rest', { n: format.count(waiting) })}
              </Button>
            )}
            <Button variant="default" onClick={leaveQueue} rightSection={<Kbd quiet>Esc</Kbd>}>
              {t(imported > 0 ? 'queue.done' : 'queue.leave')}
            </Button>
          </>
        )}
      </div>
    </Card>
  );
}

function QueueRow({ item, resting }: { readonly item: QueuedFile; readonly resting: boolean }) {
  const { t } = useTranslation('imports');
  const words = useKindWords();
  const faultWords = useFaultWords();
  const { file, state, kind, options, result, fault } = item;
  const tone = NEEDS_YOU.has(state) ? 'missed' : state === 'imported' ? 'met' : undefined;
  const known = result !== null || options.kind !== undefined;
  return (
    <tr data-state={state}>
      <td className={css.fileCell} title={file.name}>
        <span className={css.fileLine}>{file.name}</span>
      </td>
      <td>{known ? words.nameOf(kind) : '—'}</td>
      <td className={css.queueState}>
        <span data-tone={tone} role="status">
          <span aria-hidden="true">{MARKS[state]} </span>
          {state === 'imported'
            ? t('queue.imported', { id: result?.importId ?? '—' })
            : t(`queue.states.${state}`)}
        </span>
        {fault && <span className="dim">{faultWords(fault)}</span>}
        {result && !fault && <BalanceLine balance={result} />}
        {state === 'ready' && result?.badRows.some(({ code }) => code === 'REF_UNKNOWN') && (
          <span className="dim">{t('queue.refers')}</span>
        )}
      </td>
      <td className={css.actions}>
        {!UNDER_WAY.has(state) && (
          <Button
            variant="default"
            size="compact-xs"
            disabled={!resting}
            onClick={() => void takeFile(file)}
            aria-label={t('queue.openOf', { name: file.name })}
          >
            {t('queue.open')}
          </Button>
        )}
      </td>
    </tr>
  );
}
