import { ActionIcon, Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dateParts, weekday } from '#shared/domain/local-date.ts';
import type { CalendarDayEntry } from '#shared/ipc/contract/settings.ts';
import { goToLedger } from '../../app/navigation.ts';
import { useSession } from '../../app/session.ts';
import { useQuery } from '../../app/use-query.ts';
import { useFormat } from '../../app/words.ts';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { openOwn } from './open-own.ts';
import { OwnBesideGiven } from './own-beside-given.tsx';
import classes from './settings.module.css';

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

/** The calendar: the year as it counts, and the days that the commune has otherwise than the program's table. */
export function CalendarSection() {
  const { t } = useTranslation('settings');
  return (
    <OwnBesideGiven
      ledger="calendar-days"
      labels={{ given: t('calendar.shown.year'), own: t('calendar.shown.own') }}
      notes={{ given: t('calendar.note'), own: t('calendar.ownNote') }}
      given={(onOwn) => <YearTable onOwn={onOwn} />}
    />
  );
}

/** Days of a year that differ from the week's rule, own ones marked, with the notice each comes from. */
function YearTable({ onOwn }: { onOwn: () => void }) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const today = useSession((session) => session.app?.today);
  const [year, setYear] = useState(today ? dateParts(today).year : 2024);
  const days = useQuery('settings.calendar', { year }, ['settings', 'ledgers']);
  const change = (day: CalendarDayEntry | null) => {
    // An own day is edited where it stands; one of the program is replaced by an own day of the same date.
    if (day?.own) void openOwn('calendar-days', { from: day.date, to: day.date });
    else
      goToLedger('calendar-days', {
        compose: true,
        ...(day ? { values: { date: day.date, kind: day.kind, name: day.name } } : {}),
      });
    onOwn();
  };
  return (
    <>
      {days.fault ? <ErrorNotice fault={days.fault} onRetry={days.refresh} /> : null}
      <Card
        title={t('calendar.title', { year })}
        note={days.data ? t('calendar.count', { n: format.count(days.data.length) }) : undefined}
        actions={
          <>
            <Button variant="default" size="compact-sm" onClick={() => change(null)}>
              {t('calendar.add')}
            </Button>
            <ActionIcon aria-label={t('calendar.previous')} onClick={() => setYear(year - 1)}>
              ‹
            </ActionIcon>
            <ActionIcon aria-label={t('calendar.next')} onClick={() => setYear(year + 1)}>
              ›
            </ActionIcon>
          </>
        }
      >
        {days.data?.length === 0 ? (
          <EmptyState title={t('calendar.empty', { year })}>{t('calendar.emptyText')}</EmptyState>
        ) : null}
        {days.data && days.data.length > 0 ? (
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t('calendar.column.date')}</th>
                <th scope="col">{t('calendar.column.weekday')}</th>
                <th scope="col">{t('calendar.column.kind')}</th>
                <th scope="col">{t('calendar.column.name')}</th>
                <th scope="col">{t('calendar.column.source')}</th>
                <th scope="col">
                  <span className="sr-only">{t('calendar.change')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {days.data.map((day) => (
                <tr key={day.date}>
                  <td>{format.date(day.date)}</td>
                  <td>{t(`calendar.weekday.${WEEKDAYS[weekday(day.date)] ?? 'sun'}`)}</td>
                  <td>{t(`calendar.kind.${day.kind}`)}</td>
                  <td>
                    {day.name}
                    {day.own ? <span className={classes.own}>{t('calendar.own')}</span> : null}
                  </td>
                  <td className="dim">{day.source}</td>
                  <td>
                    <Button
                      variant="default"
                      size="compact-xs"
                      aria-label={`${t('calendar.change')}: ${format.date(day.date)}`}
                      onClick={() => change(day)}
                    >
                      {t('calendar.change')}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        ) : null}
      </Card>
    </>
  );
}
