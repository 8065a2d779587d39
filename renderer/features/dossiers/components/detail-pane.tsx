import { Button, CloseButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { resolvedOn } from '#shared/domain/dossier-facts.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { StoredDossier } from '#shared/ipc/contract/dossiers.ts';
import { useQuery } from '../../../app/use-query.ts';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { Kbd } from '../../../ui/kbd.tsx';
import css from '../dossiers.module.css';
import { DossierFacts } from './dossier-facts.tsx';
import { DossierHistory } from './dossier-history.tsx';
import { HowItCounts } from './how-it-counts.tsx';
import { StatusMark } from './status-mark.tsx';

interface Props {
  readonly id: number;
  readonly today: LocalDate;
  onEdit(): void;
  /** Begin a suspension, or close the one that is open. */
  onSuspend(): void;
  onRemove(row: StoredDossier): void;
  onRestore(row: StoredDossier): void;
  onClose(): void;
}

/** Everything known of one dossier: its fields, how it counts, every change ever made. */
export function DetailPane({ id, today, onEdit, onSuspend, onRemove, onRestore, onClose }: Props) {
  const { t } = useTranslation('dossiers');
  const { data, fault, refresh } = useQuery('dossiers.get', { id }, ['dossiers']);
  const row = data?.dossier;
  return (
    <section className={css.pane} aria-label={t('detail.label')} aria-busy={!data}>
      <div className={css.paneHead}>
        <h2>{row?.record.code ?? t('detail.loading')}</h2>
        {row &&
          (row.deleted ? (
            <span className={css.status} data-tone="none">
              {t('deleted')}
            </span>
          ) : (
            <StatusMark record={row.record} />
          ))}
        <CloseButton aria-label={t('actions.close')} aria-keyshortcuts="Escape" onClick={onClose} />
      </div>
      <div className={css.paneBody}>
        {fault && <ErrorNotice fault={fault} onRetry={refresh} />}
        {row && (
          <>
            <DossierFacts row={row} today={today} />
            <HowItCounts record={row.record} today={today} />
            <DossierHistory history={data.history} />
          </>
        )}
      </div>
      {row && (
        <div className={css.paneFoot}>
          {row.deleted ? (
            <Button onClick={() => onRestore(row)}>{t('actions.restore')}</Button>
          ) : (
            <>
              <Button onClick={onEdit} aria-keyshortcuts="E" rightSection={<Kbd>E</Kbd>}>
                {t('actions.edit')}
              </Button>
              {resolvedOn(row.record) === null && (
                <Button
                  variant="default"
                  onClick={onSuspend}
                  aria-keyshortcuts="T"
                  rightSection={<Kbd>T</Kbd>}
                >
                  {t(
                    row.record.suspensions.some((span) => span.to === null)
                      ? 'actions.resume'
                      : 'actions.suspend',
                  )}
                </Button>
              )}
              <span className={css.grow} />
              <Button
                variant="default"
                onClick={() => onRemove(row)}
                aria-keyshortcuts="Delete"
                rightSection={<Kbd>Del</Kbd>}
              >
                {t('actions.remove')}
              </Button>
            </>
          )}
        </div>
      )}
    </section>
  );
}
