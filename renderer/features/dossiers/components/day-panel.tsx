import { useTranslation } from 'react-i18next';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { CalendarDayCounts } from '#shared/ipc/contract/dossiers.ts';
import { useFormat } from '../../../app/words.ts';
import { Kbd } from '../../../ui/kbd.tsx';
import css from '../calendar.module.css';
import { DAY_KEYS, DAY_LISTS, type DayList, sumOf } from '../model/day-filters.ts';
import { useDayWords } from './calendar-day.tsx';

/** The chosen day in numbers that lead to their dossiers, and the month as a whole. */
export function DayPanel({
  day,
  counts,
  all,
  onOpen,
}: {
  readonly day: LocalDate;
  readonly counts: CalendarDayCounts | null;
  readonly all: readonly CalendarDayCounts[];
  onOpen(list: DayList): void;
}) {
  const { t } = useTranslation('dossiers');
  const format = useFormat();
  const words = useDayWords();
  const special = counts && words.special(counts);
  return (
    <aside className={css.panel} aria-label={t('calendar.panel')}>
      <h3>{words.day(day)}</h3>
      {special || counts?.work === 'off' ? <p>{special ?? t('calendar.off')}</p> : null}
      <ul>
        {DAY_LISTS.map((list) => {
          const n = counts?.[list] ?? 0;
          return (
            <li key={list} data-list={list}>
              <button
                type="button"
                disabled={n === 0}
                aria-keyshortcuts={DAY_KEYS[list]}
                onClick={() => onOpen(list)}
              >
                <b className={css.number}>{format.count(n)}</b>
                <span>{t(`calendar.list.${list}`)}</span>
                <Kbd quiet>{DAY_KEYS[list]}</Kbd>
              </button>
            </li>
          );
        })}
      </ul>
      <h3>{t('calendar.wholeMonth')}</h3>
      <dl>
        {DAY_LISTS.map((list) => (
          <div key={list} data-list={list}>
            <dt>{t(`calendar.list.${list}`)}</dt>
            <dd>{format.count(sumOf(all, list))}</dd>
          </div>
        ))}
      </dl>
    </aside>
  );
}
