import { Button, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '#shared/domain/local-date.ts';
import { formatOptionalDate } from '#shared/i18n/format.ts';
import type { Output } from '#shared/ipc/contract.ts';
import { foldWords } from '#shared/text/fold.ts';
import { goToLedger } from '../../app/navigation.ts';
import { useQuery } from '../../app/use-query.ts';
import { useFormat } from '../../app/words.ts';
import { type DataColumn, DataTable } from '../../ui/data-table.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { openOwn } from './open-own.ts';
import classes from './settings.module.css';

type Procedure = Output<'settings.procedures'>[number];

/**
 * The catalogue of procedures: what each takes, whether it issues a document, since when, and where that stands.
 * Enter on a row makes an own version of it, or edits the own one.
 */
export function ProcedureTable({ onOwn }: { onOwn: () => void }) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const procedures = useQuery('settings.procedures', {}, ['settings', 'ledgers']);
  const [query, setQuery] = useState('');
  const [active, setActive] = useState<number | null>(null);
  const shown = useMemo(() => {
    const wanted = foldWords(query);
    return (procedures.data ?? []).filter(({ code, name, field }) =>
      foldWords(`${code} ${name} ${field}`).includes(wanted),
    );
  }, [procedures.data, query]);
  const columns = useMemo(
    (): DataColumn<Procedure>[] => [
      { id: 'code', header: t('procedures.column.code'), width: '84px', cell: ({ code }) => code },
      {
        id: 'name',
        header: t('procedures.column.name'),
        width: 'minmax(180px, 3fr)',
        cell: ({ name, own }) => (
          <span title={name}>
            {name}
            {own ? <span className={classes.own}>{t('procedures.own')}</span> : null}
          </span>
        ),
      },
      {
        id: 'field',
        header: t('procedures.column.field'),
        width: 'minmax(96px, 1fr)',
        cell: ({ field }) => <span title={field}>{field}</span>,
      },
      {
        id: 'time',
        header: t('procedures.column.time'),
        width: '124px',
        cell: ({ amount, unit }) =>
          unit === null
            ? '—'
            : t(`procedures.time.${unit}`, {
                n: amount === null ? '?' : String(amount).replace('.', format.language === 'vi' ? ',' : '.'),
              }),
      },
      {
        id: 'document',
        header: t('procedures.column.document'),
        width: '92px',
        cell: ({ issuesDocument }) =>
          issuesDocument === null ? '—' : t(issuesDocument ? 'procedures.yes' : 'procedures.no'),
      },
      {
        id: 'from',
        header: t('procedures.column.from'),
        width: '98px',
        align: 'right',
        cell: ({ validFrom }) => formatDate(validFrom),
      },
      {
        id: 'to',
        header: t('procedures.column.to'),
        width: '98px',
        align: 'right',
        cell: ({ validTo }) => formatOptionalDate(validTo),
      },
    ],
    [t, format.language],
  );
  const take = (procedure: Procedure | undefined) => {
    if (!procedure) return;
    const { own, validFrom, validTo: _to, source: _source, ...values } = procedure;
    // An own version is edited where it stands; from the program's a new one is made, from a day yet to be said.
    if (own) void openOwn('procedures', { search: procedure.code, from: validFrom, to: validFrom });
    else goToLedger('procedures', { compose: true, values });
    onOwn();
  };
  const chosen = active === null ? undefined : shown[active];
  return (
    <>
      {procedures.fault ? <ErrorNotice fault={procedures.fault} onRetry={procedures.refresh} /> : null}
      <div className={classes.tools}>
        <TextInput
          aria-label={t('procedures.search')}
          placeholder={t('procedures.search')}
          w={300}
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            setActive(null);
          }}
        />
        <span className="dim">{t('procedures.count', { n: format.count(shown.length) })}</span>
        <span className={classes.grow} />
        <Button
          disabled={chosen === undefined}
          onClick={() => take(chosen)}
          rightSection={<Kbd quiet>Enter</Kbd>}
        >
          {t(chosen?.own ? 'procedures.edit' : 'procedures.adopt')}
        </Button>
        <Button
          variant="default"
          onClick={() => {
            goToLedger('procedures', { compose: true });
            onOwn();
          }}
        >
          {t('procedures.add')}
        </Button>
      </div>
      <DataTable
        label={t('section.procedures.title')}
        columns={columns}
        count={shown.length}
        rowAt={(index) => shown[index]}
        active={active}
        onActive={setActive}
        onOpen={(index) => take(shown[index])}
        empty={procedures.data ? t('procedures.none') : null}
      />
      {/* Room for it is kept, so that the table stays as high while rows are chosen. */}
      <p className={classes.chosen} aria-live="polite">
        {chosen ? (
          <>
            <b>{chosen.name}</b> · {chosen.field}
            {chosen.source === '' ? null : ` · ${t('procedures.column.source')}: ${chosen.source}`}
          </>
        ) : (
          t('procedures.note')
        )}
      </p>
    </>
  );
}
