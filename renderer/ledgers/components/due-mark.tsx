import { useTranslation } from 'react-i18next';
import { openDueOn } from '#shared/domain/ledgers/entry-rules.ts';
import { type LedgerId, ledgerOf } from '#shared/domain/ledgers/registry.ts';
import { dayNumber, formatDate, type LocalDate, parseIsoDate } from '#shared/domain/local-date.ts';
import type { StoredEntry } from '#shared/ipc/contract/ledgers.ts';
import { useFormat } from '../../app/words.ts';
import css from '../ledgers.module.css';
import { useLedgerWords } from '../words.ts';

const SIGNS = { open: '○', 'due-soon': '◔', overdue: '▲', done: '✓' } as const;

/** How an entry stands: to its day, in a sign and words, and what it lacks. */
export function DueMark({
  ledger,
  row,
  today,
}: {
  readonly ledger: LedgerId;
  readonly row: StoredEntry;
  readonly today: LocalDate;
}) {
  const { t } = useTranslation(['entries', 'recordList']);
  const words = useLedgerWords();
  const format = useFormat();
  if (row.deleted) return <span className={css.dim}>{t('recordList:deleted')}</span>;
  const on = openDueOn(ledgerOf(ledger), row.record);
  const days = on === null ? 0 : dayNumber(on) - dayNumber(today);
  const { due } = ledgerOf(ledger);
  const done = due?.done ? parseIsoDate(String(row.record[due.done] ?? '')) : null;
  const wanted = due ? parseIsoDate(String(row.record[due.on] ?? '')) : null;
  const late = done !== null && wanted !== null && done > wanted;
  const lacks = row.lacks.map((field) => words.fieldInside(ledger, field)).join(', ');
  return (
    <span className={css.state}>
      {row.due === 'none' ? null : (
        <span className={css.due} data-due={late ? 'late' : row.due}>
          <span aria-hidden="true" className={css.sign}>
            {late ? '▲' : SIGNS[row.due]}
          </span>
          {row.due === 'done'
            ? done === null
              ? t('due.done')
              : t(late ? 'due.doneLate' : 'due.doneOn', { date: formatDate(done) })
            : days === 0
              ? t('due.today')
              : t(row.due === 'overdue' ? 'due.overdueDays' : 'due.openDays', {
                  n: format.count(Math.abs(days)),
                })}
        </span>
      )}
      {lacks === '' ? null : <span className={css.lacks}>{t('due.lacks', { fields: lacks })}</span>}
    </span>
  );
}
