import { ActionIcon } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dateParts, weekday } from '#shared/domain/local-date.ts';
import { useSession } from '../../app/session.ts';
import { useQuery } from '../../app/use-query.ts';
import { useFormat } from '../../app/words.ts';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import classes from './settings.module.css';

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

/** Days of a year that differ from the week's rule, with the notice each comes from. */
export function CalendarSection() {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const today = useSession((session) => session.app?.today);
  const [year, setYear] = useState(today ? dateParts(today).year : 2024);
  const days = useQuery('settings.calendar', { year }, ['settings']);
  return (
    <div className={classes.stack}>
      {days.fault ? <ErrorNotice fault={days.fault} onRetry={days.refresh} /> : null}
      <Card
        title={t('calendar.title', { year })}
        note={days.data ? t('calendar.count', { n: format.count(days.data.length) }) : undefined}
        actions={
          <>
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
              </tr>
            </thead>
            <tbody>
              {days.data.map((day) => (
                <tr key={day.date}>
                  <td>{format.date(day.date)}</td>
                  <td>{t(`calendar.weekday.${WEEKDAYS[weekday(day.date)] ?? 'sun'}`)}</td>
                  <td>{t(`calendar.kind.${day.kind}`)}</td>
                  <td>{day.name}</td>
                  <td className="dim">{day.source}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ) : null}
      </Card>
      <p className={classes.note}>{t('calendar.note')}</p>
    </div>
  );
}
