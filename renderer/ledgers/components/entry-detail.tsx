import { useTranslation } from 'react-i18next';
import { type LedgerId, ledgerOf } from '#shared/domain/ledgers/registry.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { StoredEntry } from '#shared/ipc/contract/ledgers.ts';
import { useQuery } from '../../app/use-query.ts';
import { DetailFoot } from '../../record-list/detail-foot.tsx';
import { HistoryList } from '../../record-list/history-list.tsx';
import { Notice } from '../../record-list/notice.tsx';
import { Fact, Facts, Pane, PaneBody, PaneSection } from '../../record-list/pane.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import type { FieldOptions } from '../hooks/use-field-options.ts';
import css from '../ledgers.module.css';
import { useLedgerWords } from '../words.ts';
import { DueMark } from './due-mark.tsx';

interface Props {
  readonly ledger: LedgerId;
  readonly id: number;
  readonly options: FieldOptions;
  readonly today: LocalDate;
  /** Edits, beginning with a field when one is named. */
  onEdit(focus?: string): void;
  onRemove(row: StoredEntry): void;
  onRestore(row: StoredEntry): void;
  onUndo(changeSet: number): void;
  onClose(): void;
}

/** Everything known of one entry: its fields, what it lacks, every change ever made. */
export function EntryDetail(props: Props) {
  const { ledger, id, options, today } = props;
  const { t } = useTranslation(['entries', 'recordList']);
  const words = useLedgerWords();
  const { data, fault, refresh } = useQuery('ledgers.get', { ledger, id }, ['ledgers']);
  const row = data?.entry;
  const [firstLack] = row?.lacks ?? [];
  const title = row ? options.title(row) : t('pane.loading');
  return (
    <Pane
      label={row ? t('pane.label', { title }) : title}
      title={title}
      mark={row && <DueMark ledger={ledger} row={{ ...row, lacks: [] }} today={today} />}
      busy={!data}
      closeLabel={t('recordList:actions.close')}
      onClose={props.onClose}
    >
      <PaneBody fault={fault} onRetry={refresh}>
        {row && firstLack !== undefined && !row.deleted ? (
          <PaneSection>
            <Notice alert={false}>
              {t('pane.lacks', {
                fields: row.lacks.map((name) => words.fieldInside(ledger, name)).join(', '),
              })}{' '}
              <LinkButton onClick={() => props.onEdit(firstLack)}>{t('pane.lacksFill')}</LinkButton>
            </Notice>
          </PaneSection>
        ) : null}
        {row ? (
          <>
            <EntryFacts ledger={ledger} row={row} options={options} />
            <HistoryList
              history={data.history}
              fieldName={(name) => (ledgerOf(ledger).fields[name] ? words.field(ledger, name) : null)}
              valueText={options.text}
              onUndo={props.onUndo}
            />
          </>
        ) : null}
      </PaneBody>
      {row ? (
        <DetailFoot
          deleted={row.deleted}
          onEdit={() => props.onEdit()}
          onRemove={() => props.onRemove(row)}
          onRestore={() => props.onRestore(row)}
        />
      ) : null}
    </Pane>
  );
}

/** The fields of an entry; those with nothing in them stand last, in one line. */
function EntryFacts({
  ledger,
  row,
  options,
}: {
  readonly ledger: LedgerId;
  readonly row: StoredEntry;
  readonly options: FieldOptions;
}) {
  const { t } = useTranslation(['entries', 'recordList']);
  const words = useLedgerWords();
  const { fields } = ledgerOf(ledger);
  const names = Object.keys(fields);
  const blank = names.filter((name) => (row.record[name] ?? null) === null);
  return (
    <PaneSection>
      <Facts>
        {names
          .filter((name) => !blank.includes(name))
          .map((name) => (
            <Fact key={name} name={words.field(ledger, name)} long={fields[name]?.type === 'long-text'}>
              {options.text(name, row.record[name])}
            </Fact>
          ))}
      </Facts>
      {blank.length > 0 ? (
        <p className={css.blanks}>
          {t('recordList:notRecorded')}: {blank.map((name) => words.fieldInside(ledger, name)).join(', ')}
        </p>
      ) : null}
    </PaneSection>
  );
}
