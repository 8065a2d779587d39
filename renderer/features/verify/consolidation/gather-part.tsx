import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { periodTitle } from '#shared/i18n/period-words.ts';
import { choosePeriod, useNavigation } from '../../../app/navigation.ts';
import { useLetterKeys } from '../../../app/use-letter-keys.ts';
import { useQuery } from '../../../app/use-query.ts';
import { useFormat } from '../../../app/words.ts';
import { DropZone } from '../../../ui/drop-zone.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { Kbd } from '../../../ui/kbd.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import { useFileDrop } from '../../../ui/use-file-drop.ts';
import { gatherDropped, pickFiles, pickFolder } from './actions.ts';
import css from './consolidation.module.css';
import { GatherActions } from './gather-head.tsx';
import { usePickKeys } from './hooks.ts';
import { SourcesLine } from './sources-line.tsx';
import { cancelCheck, check, useGathering } from './store.ts';
import { TableParts } from './table-parts.tsx';
import { TermsLine } from './terms-line.tsx';
import { UnitsDialog } from './units-dialog.tsx';

/** Tổng hợp: what came in for a period, put to the units that should report, and added up. */
export function GatherPart() {
  const { t } = useTranslation('gathering');
  const format = useFormat();
  const period = useNavigation((navigation) => navigation.period);
  const { sources, due, received, pages, table, running, fault, noPath, asked } = useGathering();
  const listed = useQuery('receiver.units', {}, ['settings']).data;
  const [listing, setListing] = useState(false);
  const over = useFileDrop((files) => void gatherDropped(files));
  usePickKeys(
    () => void pickFiles(),
    () => void pickFolder(),
  );
  useLetterKeys({
    d: () => setListing(true),
    f5: () => period !== null && void check(period, true),
    escape: cancelCheck,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever changes the answer asks again
  useEffect(() => {
    if (period !== null) void check(period);
  }, [period, sources, due, received, pages, asked]);

  const listButton = (
    <Button
      variant="default"
      onClick={() => setListing(true)}
      aria-keyshortcuts="D"
      rightSection={<Kbd quiet>D</Kbd>}
    >
      {t('actions.units')}
      {listed && listed.length > 0 && <span className={css.count}>{format.count(listed.length)}</span>}
    </Button>
  );
  const pick = (
    <>
      <Button
        variant={sources.length === 0 ? 'filled' : 'default'}
        autoFocus={sources.length === 0}
        onClick={() => void pickFolder()}
        aria-keyshortcuts="Control+Shift+O"
        rightSection={<Kbd quiet>Ctrl Shift O</Kbd>}
      >
        {t('empty.folder')}
      </Button>
      <Button
        variant="default"
        onClick={() => void pickFiles()}
        aria-keyshortcuts="Control+O"
        rightSection={<Kbd quiet>Ctrl O</Kbd>}
      >
        {t('empty.files')}
      </Button>
    </>
  );
  const other = table === null ? null : otherPeriod(table.files);
  return (
    <div className={css.part} data-over={over || undefined} data-help-page="gathering">
      {fault && <ErrorNotice fault={fault} onRetry={() => period !== null && void check(period, true)} />}
      {noPath && <p className={css.caution}>{t('empty.noPath')}</p>}
      {sources.length === 0 ? (
        <DropZone title={t('empty.title')} text={t('empty.text')} over={over} release={t('empty.release')}>
          <div className={css.buttons}>
            {pick}
            {listButton}
          </div>
          {listed?.length === 0 && <p className={css.hint}>{t('listHint.none')}</p>}
        </DropZone>
      ) : (
        <>
          <div className={css.top}>
            <TermsLine />
            <div className={css.buttons}>
              <GatherActions />
            </div>
          </div>
          <div className={css.buttons}>
            {pick}
            {listButton}
            <SourcesLine />
          </div>
          {table === null && running && (
            <ProgressBar
              label={t('checking')}
              done={running.done}
              total={running.total}
              onCancel={cancelCheck}
              cancelling={running.cancelling}
            />
          )}
          {table === null && !running && !fault && (
            <p className={css.caution}>
              {t('stopped')}{' '}
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => period !== null && void check(period, true)}
              >
                {t('goOn')}
              </Button>
            </p>
          )}
          {table && (
            <>
              {table.unitsFrom === 'files' && (
                <p className={css.caution}>
                  {t('listHint.none')}{' '}
                  <Button size="compact-sm" variant="default" onClick={() => setListing(true)}>
                    {t('listHint.make')}
                  </Button>
                </p>
              )}
              {other && other.n > table.counts.received && (
                <p className={css.caution}>
                  {t('otherPeriod', {
                    n: format.count(other.n),
                    period: periodTitle(other.period, format.language),
                  })}{' '}
                  <Button size="compact-sm" variant="default" onClick={() => choosePeriod(other.period)}>
                    {t('seePeriod', { period: periodTitle(other.period, format.language) })}
                  </Button>
                </p>
              )}
              <TableParts table={table} />
            </>
          )}
        </>
      )}
      {listing && <UnitsDialog onClose={() => setListing(false)} />}
    </div>
  );
}

/** The period about which most of the files are that are not of the one looked at. */
function otherPeriod(
  files: readonly { readonly state: string; readonly period: string | null }[],
): { readonly period: string; readonly n: number } | null {
  const counts = new Map<string, number>();
  for (const { state, period } of files)
    if (state === 'wrong-period' && period !== null) counts.set(period, (counts.get(period) ?? 0) + 1);
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most === undefined ? null : { period: most[0], n: most[1] };
}
