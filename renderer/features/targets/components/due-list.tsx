import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { DueItem } from '#shared/ipc/contract/evaluation.ts';
import { openRecord } from '../../../app/open-record.ts';
import { useSession } from '../../../app/session.ts';
import { useFormat } from '../../../app/words.ts';
import { useLedgerWords } from '../../../ledgers/words.ts';
import { daysTo } from '../model/progress-words.ts';
import classes from '../progress.module.css';

/** What is due soon or overdue over all ledgers, soonest first; Enter opens the record, ↑ ↓ move. */
export function DueList({ items, total }: { readonly items: readonly DueItem[]; readonly total: number }) {
  const { t } = useTranslation(['targets', 'common']);
  const format = useFormat();
  const words = useLedgerWords();
  const today = useSession((session) => session.app?.today ?? null);
  const list = useRef<HTMLUListElement>(null);
  function onKey(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const next =
      buttons[buttons.indexOf(event.target as HTMLButtonElement) + (event.key === 'ArrowDown' ? 1 : -1)];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }
  if (items.length === 0) return <p className={classes.quiet}>{t('targets:progress.dueNone')}</p>;
  return (
    <ul ref={list} className={classes.due} onKeyDown={onKey}>
      {items.map((item) => {
        const left = today === null ? 0 : daysTo(item.dueOn, today);
        return (
          <li key={`${item.ledger ?? ''} ${item.id}`}>
            <button type="button" data-state={item.state} onClick={() => openRecord(item)}>
              <span className={classes.dueDay}>{format.date(item.dueOn)}</span>
              <span className={classes.dueLeft}>
                {left < 0
                  ? t('targets:progress.overdue', { n: format.count(-left) })
                  : left === 0
                    ? t('targets:progress.dueToday')
                    : t('targets:progress.dueIn', { n: format.count(left) })}
              </span>
              <span className={classes.dueTitle} title={`${item.title} ${item.detail}`}>
                <b>{item.title}</b> {item.detail}
              </span>
              <span className={classes.dueLedger}>
                {item.ledger === null ? t('common:screen.dossiers') : words.name(item.ledger)}
              </span>
            </button>
          </li>
        );
      })}
      {total > items.length ? (
        <li className={classes.quiet}>
          {t('targets:progress.more', {
            n: format.count(total - items.length),
            noun: t('targets:noun.entry'),
          })}
        </li>
      ) : null}
    </ul>
  );
}
