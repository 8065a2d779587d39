import type { ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { dayNumber, formatDate, type LocalDate } from '#shared/domain/local-date.ts';
import { periodShort } from '#shared/i18n/period-words.ts';
import type { DossierFilter } from '#shared/ipc/contract/dossiers.ts';
import type { Overview } from '#shared/ipc/contract/evaluation.ts';
import { choosePeriod, goTo, goToDossiers, goToLedger } from '../../app/navigation.ts';
import { useFormat } from '../../app/words.ts';
import { useLedgerWords } from '../../ledgers/words.ts';
import { Card } from '../../ui/card.tsx';
import { LineButton, LineList } from '../../ui/line-list.tsx';
import classes from './overview.module.css';
import { endOf, isOver } from './period-state.ts';

const MISSING_FIELDS = [
  'dueOn',
  'channel',
  'componentsDigitised',
  'resultDigitised',
  'paperParallel',
] as const;
type MissingField = (typeof MISSING_FIELDS)[number];

/** What wants doing, each line a way to where it is done. */
export function TodoCard({ overview, today }: { overview: Overview; today: LocalDate }) {
  const { t } = useTranslation('overview');
  const format = useFormat();
  const words = useLedgerWords();
  const { todo, report, evaluation } = overview;
  const lines: ReactNode[] = [];
  const say = (key: 'overdue' | 'dueSoon' | `missing.${MissingField}`, n: number) => (
    <Trans t={t} i18nKey={`todo.${key}`} values={{ n: format.count(n) }} components={{ b: <b /> }} />
  );

  if (todo.overdue > 0) {
    lines.push(
      <Line key="overdue" tone="missed" onClick={() => goToDossiers({ filter: { state: 'overdue' } })}>
        {say('overdue', todo.overdue)}
      </Line>,
    );
  }
  if (todo.dueSoon > 0) {
    lines.push(
      <Line key="soon" tone="attention" onClick={() => goToDossiers({ filter: { state: 'due-soon' } })}>
        {say('dueSoon', todo.dueSoon)}
      </Line>,
    );
  }
  for (const field of MISSING_FIELDS) {
    const n = todo.missing[field] ?? 0;
    if (n === 0) continue;
    lines.push(
      <Line
        key={field}
        tone="attention"
        onClick={() => goToDossiers({ filter: missingFilter(field, overview) })}
      >
        {say(`missing.${field}`, n)}
      </Line>,
    );
  }
  for (const { ledger, overdue, dueSoon, lacks } of todo.ledgers) {
    const name = words.name(ledger);
    if (overdue + dueSoon > 0) {
      const key = overdue === 0 ? 'dueSoon' : dueSoon === 0 ? 'overdue' : 'both';
      const n = format.count(overdue === 0 ? dueSoon : overdue);
      lines.push(
        <Line
          key={`${ledger} due`}
          tone={overdue > 0 ? 'missed' : 'attention'}
          onClick={() => goToLedger(ledger, { filter: { due: overdue > 0 ? 'overdue' : 'due-soon' } })}
        >
          <Trans
            t={t}
            i18nKey={`todo.ledger.${key}`}
            values={{ name, n, soon: format.count(dueSoon) }}
            components={{ b: <b /> }}
          />
        </Line>,
      );
    }
    if (lacks > 0) {
      lines.push(
        <Line
          key={`${ledger} lacks`}
          tone="attention"
          onClick={() => goToLedger(ledger, { filter: { lacks: 'any' } })}
        >
          <Trans
            t={t}
            i18nKey="todo.ledger.lacks"
            values={{ name, n: format.count(lacks) }}
            components={{ b: <b /> }}
          />
        </Line>,
      );
    }
  }
  for (const { period, trusted } of overview.returned) {
    lines.push(
      <Line
        key={`returned ${period}`}
        tone={trusted ? 'missed' : 'attention'}
        onClick={() => {
          choosePeriod(period);
          goTo('reports');
        }}
      >
        {trusted ? (
          <Trans
            t={t}
            i18nKey="todo.returned"
            values={{ period: periodShort(period, format.language) }}
            components={{ b: <b /> }}
          />
        ) : (
          <Trans
            t={t}
            i18nKey="todo.returnedUnknown"
            values={{ period: periodShort(period, format.language) }}
            components={{ b: <b /> }}
          />
        )}
      </Line>,
    );
  }
  if (!report.signed && evaluation.period.id !== null && (isOver(evaluation) || report.dueOn !== null)) {
    const period = periodShort(evaluation.period.id, format.language);
    const left = report.dueOn === null ? null : dayNumber(report.dueOn) - dayNumber(today);
    const tone =
      left === null || !isOver(evaluation) ? null : left < 0 ? 'missed' : left <= 7 ? 'attention' : null;
    lines.push(
      <Line key="report" tone={tone} onClick={() => goTo('reports')}>
        {report.dueOn === null ? (
          <Trans t={t} i18nKey="todo.report" values={{ period }} components={{ b: <b /> }} />
        ) : (
          <Trans
            t={t}
            i18nKey="todo.reportBy"
            values={{ period, date: formatDate(report.dueOn) }}
            components={{ b: <b /> }}
          />
        )}
      </Line>,
    );
  }
  return (
    <Card title={t('todo.title')}>
      {lines.length === 0 ? (
        <p className={classes.quiet}>{t('todo.nothing')}</p>
      ) : (
        <LineList>{lines}</LineList>
      )}
    </Card>
  );
}

/** The very dossiers behind a count of missing facts: by receipt or by end, as the formula that needs the fact asks. */
export function missingFilter(
  field: MissingField,
  { evaluation }: Pick<Overview, 'evaluation'>,
): DossierFilter {
  const { from } = evaluation.period;
  const to = endOf(evaluation);
  if (field === 'componentsDigitised' || field === 'paperParallel')
    return { missing: field, receivedFrom: from, receivedTo: to };
  return { missing: field, resolvedFrom: from, resolvedTo: to };
}

/** A line that leads to where something is done. */
export function Line({
  tone,
  onClick,
  children,
}: {
  tone: 'missed' | 'attention' | null;
  onClick: () => void;
  children: ReactNode;
}) {
  return (
    <li>
      <LineButton onClick={onClick}>
        <i className={classes.mark} data-tone={tone ?? undefined} />
        <span>{children}</span>
        <span className={classes.arrow} aria-hidden="true">
          →
        </span>
      </LineButton>
    </li>
  );
}
