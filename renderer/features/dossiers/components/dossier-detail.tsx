import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DOSSIER_FIELDS } from '#shared/domain/dossier.ts';
import { resolvedOn } from '#shared/domain/dossier-facts.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { StoredDossier } from '#shared/ipc/contract/dossiers.ts';
import { useQuery } from '../../../app/use-query.ts';
import { DetailFoot } from '../../../record-list/detail-foot.tsx';
import { HistoryList } from '../../../record-list/history-list.tsx';
import { Pane, PaneBody } from '../../../record-list/pane.tsx';
import { Kbd } from '../../../ui/kbd.tsx';
import { useNumbers } from '../hooks/use-numbers.ts';
import { fieldText } from '../model/field-text.ts';
import { DossierFacts } from './dossier-facts.tsx';
import { HowItCounts } from './how-it-counts.tsx';
import { NumbersButton } from './numbers-button.tsx';
import { StatusMark } from './status-mark.tsx';

interface Props {
  readonly id: number;
  readonly today: LocalDate;
  onEdit(): void;
  /** Begin a suspension, or close the one that is open. */
  onSuspend(): void;
  onRemove(row: StoredDossier): void;
  onRestore(row: StoredDossier): void;
  onUndo(changeSet: number, row: StoredDossier): void;
  onClose(): void;
}

/** Everything known of one dossier: its fields, how it counts, every change ever made. */
export function DossierDetail(props: Props) {
  const { id, today } = props;
  const { t } = useTranslation(['dossiers', 'recordList']);
  const { data, fault, refresh } = useQuery('dossiers.get', { id }, ['dossiers']);
  const numbers = useNumbers(data?.dossier ?? null);
  const { dossier: row, history } = numbers.shown ?? data ?? {};
  const known = (name: string) => DOSSIER_FIELDS.find((field) => field === name);
  return (
    <Pane
      label={t('detail.label')}
      title={row?.record.code ?? t('detail.loading')}
      mark={row && <StatusMark row={row} />}
      busy={!data}
      closeLabel={t('recordList:actions.close')}
      onClose={props.onClose}
    >
      <PaneBody fault={fault} onRetry={refresh}>
        {row && history && (
          <>
            <DossierFacts row={row} today={today} number={<NumbersButton {...numbers} />} />
            <HowItCounts record={row.record} today={today} />
            <HistoryList
              history={history}
              fieldName={(name) => {
                const field = known(name);
                return field ? t(`fields.${field}`) : null;
              }}
              valueText={(name, value) => {
                const field = known(name);
                return field ? fieldText(t, field, value) : value;
              }}
              onUndo={(changeSet) => props.onUndo(changeSet, row)}
            />
          </>
        )}
      </PaneBody>
      {row && (
        <DetailFoot
          deleted={row.deleted}
          onEdit={props.onEdit}
          onRemove={() => props.onRemove(row)}
          onRestore={() => props.onRestore(row)}
        >
          {resolvedOn(row.record) === null && (
            <Button
              variant="default"
              onClick={props.onSuspend}
              aria-keyshortcuts="T"
              rightSection={<Kbd quiet>T</Kbd>}
            >
              {t(
                row.record.suspensions.some((span) => span.to === null)
                  ? 'actions.resume'
                  : 'actions.suspend',
              )}
            </Button>
          )}
        </DetailFoot>
      )}
    </Pane>
  );
}
