import { useTranslation } from 'react-i18next';
import { dateParts, type LocalDate, weekday } from '#shared/domain/local-date.ts';
import { periodTitle } from '#shared/i18n/period-words.ts';
import type { CalendarDayCounts } from '#shared/ipc/contract/dossiers.ts';
import { useFormat } from '../../../app/words.ts';
import css from '../calendar.module.css';
import { DAY_LISTS } from '../model/day-filters.ts';

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

/** Words of days and months of the calendar. */
export function useDayWords() {
  const { t } = useTranslation(['dossiers', 'settings']);
  const format = useFormat();
  return {
    /** `Tháng 3 năm 2024`. */
    month: (month: string) => {
      const [year = '', number = ''] = month.split('-');
      return format.language === 'vi'
        ? periodTitle(`${year}-M${number}`, 'vi')
        : t('dossiers:calendar.month', { month: t(`dossiers:calendar.months.${number as '01'}`), year });
    },
    /** `Thứ Năm, 21/03/2024`. */
    day: (day: LocalDate) =>
      `${t(`settings:calendar.weekday.${WEEKDAYS[weekday(day)] ?? 'sun'}`)}, ${format.date(day)}`,
    /** What the calendar says of a day, beyond the week's rule: `Nghỉ: Quốc khánh`; null: nothing. */
    special: ({ special }: CalendarDayCounts) =>
      special && `${t(`settings:calendar.kind.${special.kind}`)}: ${special.name}`,
  };
}

interface Props {
  readonly day: LocalDate;
  /** Null until they are known. */
  readonly counts: CalendarDayCounts | null;
  readonly chosen: boolean;
  readonly today: boolean;
  /** Saturday or Sunday. */
  readonly rest: boolean;
  onChoose(): void;
  onOpen(): void;
}

/** A day of the month: its number, what the calendar says of it, and its counts, nought left out. */
export function CalendarDay({ day, counts, chosen, today, rest, onChoose, onOpen }: Props) {
  const { t } = useTranslation('dossiers');
  const format = useFormat();
  const words = useDayWords();
  const special = counts && words.special(counts);
  const off = counts === null ? rest : counts.work === 'off';
  const lines = DAY_LISTS.flatMap((list) => {
    const n = counts?.[list] ?? 0;
    // What is pending and not overdue waits in time: told where it adds something to the other two.
    if (n === 0 || (list === 'pending' && n === counts?.overdue)) return [];
    return [{ list, text: t(`calendar.cell.${list}`, { n: format.count(n) }) }];
  });
  const said = [
    words.day(day),
    ...(today ? [t('calendar.isToday')] : []),
    ...(special ? [special] : off ? [t('calendar.off')] : []),
    ...(lines.length === 0 ? [t('calendar.nothing')] : []),
  ];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys of all days are those of the grid
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of a grid
      role="gridcell"
      className={css.day}
      data-day={day}
      data-off={off || undefined}
      data-today={today || undefined}
      aria-selected={chosen}
      tabIndex={chosen ? 0 : -1}
      onClick={onChoose}
      onDoubleClick={onOpen}
    >
      <span className="sr-only">{said.join('; ')}</span>
      <div className={css.dayHead} aria-hidden="true">
        <b>{dateParts(day).day}</b>
        {today ? <span className={css.todayMark}>{t('calendar.isToday')}</span> : null}
        {counts?.special ? (
          <span className={css.special} data-kind={counts.special.kind} title={special ?? undefined}>
            {counts.special.name}
          </span>
        ) : null}
      </div>
      {lines.map(({ list, text }) => (
        <div key={list} data-list={list}>
          {text}
        </div>
      ))}
    </td>
  );
}
