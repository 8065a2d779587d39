import '../calendar-print.css';
import { ActionIcon, Button } from '@mantine/core';
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type LocalDate, weekday } from '#shared/domain/local-date.ts';
import type { CalendarDayCounts, DossierFilter } from '#shared/ipc/contract/dossiers.ts';
import { call, toFault } from '../../../app/bridge.ts';
import { isKeyboardFree } from '../../../app/keep-focus.ts';
import { useSession } from '../../../app/session.ts';
import { isTaken } from '../../../app/shortcuts.ts';
import { useQuery } from '../../../app/use-query.ts';
import { useFormat } from '../../../app/words.ts';
import { askToPrint, usePrintable } from '../../../printing/ask.ts';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { Kbd } from '../../../ui/kbd.tsx';
import { showFault } from '../../../ui/toast.tsx';
import css from '../calendar.module.css';
import { DAY_LISTS, type DayList, dayFilter, listByLetter, sumOf } from '../model/day-filters.ts';
import { dayByKey, inMonth, monthOf, weeksOf } from '../model/month.ts';
import { useDossiersView } from '../store.ts';
import { CalendarDay, useDayWords } from './calendar-day.tsx';
import { DayPanel } from './day-panel.tsx';

const WEEK = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

interface Props {
  readonly today: LocalDate;
  /** Shows a list of dossiers. */
  onList(filter: DossierFilter): void;
  onClose(): void;
}

/** Lịch hẹn trả: a month of receipts and due days in numbers; every number leads to its dossiers. */
export function DueCalendar({ today, onList, onClose }: Props) {
  const { t } = useTranslation(['dossiers', 'settings', 'recordList']);
  const words = useDayWords();
  const format = useFormat();
  const app = useSession((session) => session.app);
  const chosen = useDossiersView((view) => view.calendarDay) ?? today;
  const month = monthOf(chosen);
  const answer = useQuery('dossiers.calendar', { month }, ['dossiers', 'ledgers', 'settings']);
  const days = useMemo(
    () => new Map<LocalDate, CalendarDayCounts>(answer.data?.days.map((day) => [day.date, day])),
    [answer.data],
  );
  const grid = useRef<HTMLTableElement>(null);
  const screen = useRef<HTMLDivElement>(null);
  const go = (day: LocalDate) => useDossiersView.setState({ calendarDay: day });
  // The keyboard goes with the day, into another month too.
  useEffect(() => {
    // A button that was pressed, such as the one of the next month, keeps it.
    const free = isKeyboardFree() || !screen.current?.contains(document.activeElement);
    if (free || grid.current?.contains(document.activeElement))
      grid.current?.querySelector<HTMLElement>(`[data-day="${chosen}"]`)?.focus();
  }, [chosen]);

  const open = (list: DayList) => {
    if ((days.get(chosen)?.[list] ?? 0) > 0) onList(dayFilter(list, chosen));
  };
  const openDay = () => {
    const day = days.get(chosen);
    if (day) open(day.due > 0 ? 'due' : 'received');
  };
  const print = () => {
    call('print.screen', {}).then(
      ({ pdf }) => askToPrint({ pdf, what: t('dossiers:calendar.paper', { month: words.month(month) }) }),
      (reason: unknown) => showFault(toFault(reason)),
    );
  };
  usePrintable(() => screen.current, answer.data ? print : null);

  function onKey(event: KeyboardEvent): void {
    if (isTaken(event.nativeEvent) || event.ctrlKey || event.altKey || event.metaKey) return;
    const inGrid = grid.current?.contains(event.target as Node) ?? false;
    const to = dayByKey(event.key, chosen, today);
    const letter = listByLetter(event.key);
    if (to !== null && (inGrid || event.key.startsWith('Page') || event.key === 'Home')) go(to);
    else if (event.key === 'Enter' && inGrid) openDay();
    else if (letter !== undefined) open(letter);
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of the grid and of the panel beside it
    <div
      ref={screen}
      className={css.screen}
      data-screen="calendar"
      data-help-page="calendar"
      onKeyDown={onKey}
    >
      {answer.fault ? <ErrorNotice fault={answer.fault} onRetry={answer.refresh} /> : null}
      <div className={css.tools}>
        <ActionIcon aria-label={t('dossiers:calendar.previous')} onClick={() => go(inMonth(chosen, -1))}>
          ‹
        </ActionIcon>
        <h2 aria-live="polite">{words.month(month)}</h2>
        <ActionIcon aria-label={t('dossiers:calendar.next')} onClick={() => go(inMonth(chosen, 1))}>
          ›
        </ActionIcon>
        <Button variant="default" onClick={() => go(today)} rightSection={<Kbd quiet>Home</Kbd>}>
          {t('dossiers:calendar.today')}
        </Button>
        <span className={`${css.paper} calendar-paper`}>
          {t('dossiers:calendar.paperLine', {
            unit: app?.unit?.name ?? '',
            date: format.date(today),
            sums: DAY_LISTS.map((list) =>
              t(`dossiers:calendar.cell.${list}`, {
                n: format.count(sumOf(answer.data?.days ?? [], list)),
              }),
            ).join(', '),
          })}
        </span>
        {answer.data && !answer.data.yearKnown ? (
          <span className={css.unknown}>{t('dossiers:calendar.yearUnknown')}</span>
        ) : null}
        <span className={css.right}>
          <Button
            variant="default"
            onClick={print}
            aria-keyshortcuts="Control+P"
            rightSection={<Kbd quiet>Ctrl P</Kbd>}
          >
            {t('dossiers:calendar.print')}
          </Button>
          <Button
            variant="default"
            onClick={onClose}
            aria-keyshortcuts="Escape"
            rightSection={<Kbd quiet>Esc</Kbd>}
          >
            {t('dossiers:calendar.close')}
          </Button>
        </span>
      </div>
      <div className={css.body}>
        {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells have the keyboard */}
        <table ref={grid} role="grid" className={css.grid} aria-label={words.month(month)}>
          <thead>
            <tr>
              {WEEK.map((day) => (
                <th key={day} scope="col">
                  {t(`settings:calendar.weekday.${day}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeksOf(month).map((week) => (
              <tr key={week.find((day) => day !== null)}>
                {week.map((day, at) =>
                  day === null ? (
                    <td key={WEEK[at]} className={css.blank} />
                  ) : (
                    <CalendarDay
                      key={day}
                      day={day}
                      counts={days.get(day) ?? null}
                      chosen={day === chosen}
                      today={day === today}
                      rest={weekday(day) === 0 || weekday(day) === 6}
                      onChoose={() => go(day)}
                      onOpen={openDay}
                    />
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
        <DayPanel
          day={chosen}
          counts={days.get(chosen) ?? null}
          all={answer.data?.days ?? []}
          onOpen={open}
        />
      </div>
      <p className={css.foot}>{t('dossiers:calendar.keys')}</p>
    </div>
  );
}
