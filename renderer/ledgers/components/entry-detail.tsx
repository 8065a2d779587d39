import { Button, CloseButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type LedgerId, ledgerOf } from '#shared/domain/ledgers/registry.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { StoredEntry } from '#shared/ipc/contract/ledgers.ts';
import { useQuery } from '../../app/use-query.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import type { FieldOptions } from '../hooks/use-field-options.ts';
import css from '../ledgers.module.css';
import { useLedgerWords } from '../words.ts';
import { DueMark } from './due-mark.tsx';
import { EntryHistory } from './entry-history.tsx';

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
  const { t } = useTranslation('entries');
  const words = useLedgerWords();
  const { data, fault, refresh } = useQuery('ledgers.get', { ledger, id }, ['ledgers']);
  const row = data?.entry;
  const [firstLack] = row?.lacks ?? [];
  return (
    <section
      className={css.pane}
      aria-label={row ? t('pane.label', { title: options.title(row) }) : t('pane.loading')}
      aria-busy={!data}
    >
      <div className={css.paneHead}>
        <h2>{row ? options.title(row) : t('pane.loading')}</h2>
        {row ? <DueMark ledger={ledger} row={{ ...row, lacks: [] }} today={today} /> : null}
        <CloseButton aria-label={t('actions.close')} aria-keyshortcuts="Escape" onClick={props.onClose} />
      </div>
      <div className={css.paneBody}>
        {fault && <ErrorNotice fault={fault} onRetry={refresh} />}
        {row && firstLack !== undefined && !row.deleted ? (
          <p className={css.notice}>
            {t('pane.lacks', { fields: row.lacks.map((name) => words.fieldInside(ledger, name)).join(', ') })}{' '}
            <button type="button" className={css.link} onClick={() => props.onEdit(firstLack)}>
              {t('pane.lacksFill')}
            </button>
          </p>
        ) : null}
        {row ? (
          <>
            <EntryFacts ledger={ledger} row={row} options={options} />
            <EntryHistory ledger={ledger} history={data.history} options={options} onUndo={props.onUndo} />
          </>
        ) : null}
      </div>
      {row ? (
        <div className={css.paneFoot}>
          {row.deleted ? (
            <Button onClick={() => props.onRestore(row)}>{t('actions.restore')}</Button>
          ) : (
            <>
              <Button onClick={() => props.onEdit()} aria-keyshortcuts="E" rightSection={<Kbd quiet>E</Kbd>}>
                {t('actions.edit')}
              </Button>
              <span className={css.grow} />
              <Button
                variant="default"
                onClick={() => props.onRemove(row)}
                aria-keyshortcuts="Delete"
                rightSection={<Kbd quiet>Del</Kbd>}
              >
                {t('actions.remove')}
              </Button>
            </>
          )}
        </div>
      ) : null}
    </section>
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
  const { t } = useTranslation('entries');
  const words = useLedgerWords();
  const { fields } = ledgerOf(ledger);
  const names = Object.keys(fields);
  const blank = names.filter((name) => (row.record[name] ?? null) === null);
  return (
    <div className={css.section}>
      <dl className={css.facts}>
        {names
          .filter((name) => !blank.includes(name))
          .map((name) => (
            <div key={name} className={css.fact}>
              <dt>{words.field(ledger, name)}</dt>
              <dd data-long={fields[name]?.type === 'long-text' || undefined}>
                {options.text(name, row.record[name])}
              </dd>
            </div>
          ))}
      </dl>
      {blank.length > 0 ? (
        <p className={css.blanks}>
          {t('notRecorded')}: {blank.map((name) => words.fieldInside(ledger, name)).join(', ')}
        </p>
      ) : null}
    </div>
  );
}
