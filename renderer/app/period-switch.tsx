import { Menu, Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { parsePeriodId, periodId } from '#shared/domain/period.ts';
import { periodShort, periodTitle } from '#shared/i18n/period-words.ts';
import classes from './header.module.css';
import { choosePeriod, stepPeriod, useNavigation } from './navigation.ts';
import { useQuery } from './use-query.ts';
import { useFormat } from './words.ts';

/** ‹ Quý I/2024 ▾ ›: the period that every screen looks at; `[` and `]` step through it. */
export function PeriodSwitch() {
  const { t } = useTranslation('common');
  const { language } = useFormat();
  const period = useNavigation((navigation) => navigation.period);
  const known = useQuery('evaluation.periods', {}, ['dossiers', 'settings']);
  if (period === null) return null;
  const choices = periodChoices(period, known.data?.withData ?? []);
  const withData = new Set(known.data?.withData ?? []);
  const steps = parsePeriodId(period)?.kind !== 'nine-months';
  return (
    <div className={classes.period}>
      <Tooltip label={`${t('period.previous')}  [`}>
        <button
          type="button"
          className={classes.button}
          disabled={!steps}
          aria-label={t('period.previous')}
          aria-keyshortcuts="["
          onClick={() => stepPeriod(-1)}
        >
          ‹
        </button>
      </Tooltip>
      <Menu position="bottom-end" shadow="md" width={250}>
        <Menu.Target>
          <button
            type="button"
            className={classes.button}
            aria-label={t('period.choose', { period: periodShort(period, language) })}
          >
            {periodShort(period, language)} <span aria-hidden="true">▾</span>
          </button>
        </Menu.Target>
        <Menu.Dropdown className={classes.periods}>
          {choices.map((group) => (
            <div key={group.year}>
              <Menu.Label>{group.year}</Menu.Label>
              {group.ids.map((id) => (
                <Menu.Item
                  key={id}
                  onClick={() => choosePeriod(id)}
                  aria-current={id === period ? 'true' : undefined}
                  fw={id === period ? 600 : undefined}
                  rightSection={
                    withData.has(id) ? <span className={classes.hasData}>{t('period.hasData')}</span> : null
                  }
                >
                  {periodTitle(id, language)}
                </Menu.Item>
              ))}
            </div>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Tooltip label={`${t('period.next')}  ]`}>
        <button
          type="button"
          className={classes.button}
          disabled={!steps}
          aria-label={t('period.next')}
          aria-keyshortcuts="]"
          onClick={() => stepPeriod(1)}
        >
          ›
        </button>
      </Tooltip>
    </div>
  );
}

/** Quarters, halves, nine months and the whole of every year that has data, and of the year looked at; newest first. */
export function periodChoices(
  current: string,
  withData: readonly string[],
): { year: number; ids: string[] }[] {
  const years = new Set<number>();
  for (const id of [current, ...withData]) {
    const parts = parsePeriodId(id);
    if (parts) years.add(parts.year);
  }
  return [...years]
    .sort((a, b) => b - a)
    .map((year) => ({
      year,
      ids: [
        ...[1, 2, 3, 4].map((index) => periodId({ year, kind: 'quarter', index })),
        periodId({ year, kind: 'half', index: 1 }),
        periodId({ year, kind: 'half', index: 2 }),
        periodId({ year, kind: 'nine-months', index: 1 }),
        periodId({ year, kind: 'year', index: 1 }),
        // A month is looked at rarely: only those that were asked for or hold data of their own.
        ...[current, ...withData].filter((id, at, all) => {
          const parts = parsePeriodId(id);
          return parts?.kind === 'month' && parts.year === year && all.indexOf(id) === at;
        }),
      ],
    }));
}
