import { useTranslation } from 'react-i18next';
import { dayNumber } from '#shared/domain/local-date.ts';
import type { DueItem } from '#shared/ipc/contract/evaluation.ts';
import { useEntryTitle } from '../../app/entry-title.ts';
import { openRecord } from '../../app/open-record.ts';
import { useSession } from '../../app/session.ts';
import { useFormat } from '../../app/words.ts';
import { LineButton, LineList, LineNote } from '../../ui/line-list.tsx';
import { useLedgerWords } from '../words.ts';
import classes from './due-list.module.css';

const COLUMNS = '76px 92px minmax(0, 1fr) auto';
const COMPACT = '92px minmax(0, 1fr)';

interface Props {
  readonly items: readonly DueItem[];
  /** How many there are, listed or not. */
  readonly total: number;
  /** Most lines shown. */
  readonly most?: number;
  /** For narrow places: no column of the ledger's name, which stands in the line's title instead. */
  readonly compact?: boolean;
  /** Shows all of them; without it the rest is only counted. */
  readonly onAll?: () => void;
}

/** What is due soon or overdue over dossiers and all ledgers, soonest first; Enter opens the record, ↑ ↓ move. */
export function DueList({ items, total, most = 200, compact = false, onAll }: Props) {
  const { t } = useTranslation(['overview', 'common']);
  const format = useFormat();
  const words = useLedgerWords();
  const named = useEntryTitle();
  const today = useSession((session) => session.app?.today ?? null);
  if (total === 0) return <LineNote>{t('overview:due.none')}</LineNote>;
  const shown = items.slice(0, most);
  const rest = total - shown.length;
  return (
    <LineList>
      {shown.map((item) => {
        const left = today === null ? 0 : dayNumber(item.dueOn) - dayNumber(today);
        const title = named(item.ledger, item.title);
        const ledger = item.ledger === null ? t('common:screen.dossiers') : words.name(item.ledger);
        return (
          <li key={`${item.ledger ?? ''} ${item.id}`}>
            <LineButton
              columns={compact ? COMPACT : COLUMNS}
              data-state={item.state}
              title={`${format.date(item.dueOn)} · ${ledger}: ${title} ${item.detail}`}
              onClick={() => openRecord(item)}
            >
              {compact ? null : <span>{format.date(item.dueOn)}</span>}
              <span className={classes.left}>
                {left < 0
                  ? t('overview:due.overdue', { n: format.count(-left) })
                  : left === 0
                    ? t('overview:due.today')
                    : t('overview:due.left', { n: format.count(left) })}
              </span>
              <span className={classes.title}>
                {compact ? <Shortly title={title} /> : <b>{title}</b>} {item.detail}
              </span>
              {compact ? null : <span className={classes.ledger}>{ledger}</span>}
            </LineButton>
          </li>
        );
      })}
      {rest > 0 ? (
        <li>
          {onAll ? (
            <LineButton onClick={onAll}>
              <span className={classes.all}>
                {t('overview:due.all', { n: format.count(rest) })} <span aria-hidden="true">→</span>
              </span>
            </LineButton>
          ) : (
            <LineNote>{t('overview:due.more', { n: format.count(rest) })}</LineNote>
          )}
        </li>
      ) : null}
    </LineList>
  );
}

/** The number of a dossier without what all of an office begin with (its code); readers still hear the whole. */
function Shortly({ title }: { readonly title: string }) {
  const [, office, rest] = /^(.+\.H\d+-)(\d{6}-\d+)$/u.exec(title) ?? [];
  if (!office) return title;
  return (
    <>
      <span className="sr-only">{office}</span>
      {rest}
    </>
  );
}
