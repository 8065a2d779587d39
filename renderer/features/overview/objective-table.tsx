import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { percentOf } from '#shared/domain/verdict.ts';
import type { Overview, Progress } from '#shared/ipc/contract/evaluation.ts';
import { useFormat } from '../../app/words.ts';
import { Sparkline } from '../../ui/charts/sparkline.tsx';
import { Meter } from '../../ui/meter.tsx';
import { VerdictBadge } from '../../ui/verdict-badge.tsx';
import { worstFirst } from './order.ts';
import classes from './overview.module.css';

/** Names of more letters may be cut on the screen (never on paper), and are told whole under the mouse. */
const LONG_NAME = 60;

type Result = Overview['evaluation']['objectives'][number];

/** Each objective as a row, worst first. Enter or a click opens what is behind the figure; ↑ ↓ move. */
export function ObjectiveTable({
  overview,
  progress,
  onExplain,
}: {
  overview: Overview;
  /** Figures of the year to date; null until they are there. */
  progress: Progress | null;
  onExplain: (objective: string) => void;
}) {
  const { t } = useTranslation('overview');
  const body = useRef<HTMLTableSectionElement>(null);
  const texts = new Map(overview.objectives.map((text) => [text.id, text]));
  const trends = new Map(overview.trend.map(({ objective, points }) => [objective, points]));

  const years = new Map(progress?.objectives.map(({ objective, yearToDate }) => [objective, yearToDate]));

  function onKey(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const buttons = [...(body.current?.querySelectorAll('button') ?? [])];
    const at = buttons.indexOf(event.target as HTMLButtonElement);
    const next = buttons[at + (event.key === 'ArrowDown' ? 1 : -1)];
    if (at < 0 || !next) return;
    event.preventDefault();
    next.focus();
  }

  return (
    <table className={classes.objectives}>
      <colgroup>
        <col className={classes.colName} />
        <col className={classes.colPercent} />
        <col className={classes.colRatio} />
        <col className={classes.colMeter} />
        <col className={classes.colVerdict} />
        <col className={classes.colYear} />
        <col className={classes.colTrend} />
      </colgroup>
      <thead className="sr-only">
        <tr>
          <th scope="col">{t('column.objective')}</th>
          <th scope="col">{t('column.percent')}</th>
          <th scope="col">{t('column.counts')}</th>
          <th scope="col">{t('column.target')}</th>
          <th scope="col">{t('column.verdict')}</th>
          <th scope="col">{t('column.year')}</th>
          <th scope="col">{t('column.trend')}</th>
        </tr>
      </thead>
      <tbody ref={body} onKeyDown={onKey}>
        {worstFirst(overview.evaluation.objectives).map((result) => {
          const text = texts.get(result.id);
          return (
            <ObjectiveRow
              key={result.id}
              result={result}
              text={text}
              year={years.get(result.id) ?? null}
              points={trends.get(result.id) ?? []}
              onExplain={() => onExplain(result.id)}
            />
          );
        })}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly result: Result;
  readonly text: Overview['objectives'][number] | undefined;
  readonly year: Progress['objectives'][number]['yearToDate'] | null;
  readonly points: Overview['trend'][number]['points'];
  readonly onExplain: () => void;
}

function ObjectiveRow({ result, text, year, points, onExplain }: RowProps) {
  const { t } = useTranslation(['overview', 'common']);
  const format = useFormat();
  const { numerator, denominator, percent, threshold, verdict } = result;
  const target = threshold.basisPoints / 100;
  const share =
    numerator === null || denominator === null || denominator === 0 ? null : (numerator / denominator) * 100;
  const targetWords = t(`overview:threshold.${threshold.op}`, {
    target: format.basisPoints(threshold.basisPoints),
  });
  return (
    <tr onClick={onExplain}>
      <th scope="row">
        <button
          type="button"
          className={classes.name}
          data-objective={result.id}
          title={
            (text?.title[format.language].length ?? 0) > LONG_NAME ? text?.title[format.language] : undefined
          }
          onClick={onExplain}
        >
          {text?.title[format.language] ?? result.id}
        </button>
        {text?.striven ? <span className={classes.striven}>{t('common:striven')}</span> : null}
        {result.missingData ? (
          <span
            className={classes.lack}
            title={t('overview:lackTitle', { n: format.count(result.missingData) })}
          >
            {t('overview:lack', { n: format.count(result.missingData) })}
          </span>
        ) : null}
      </th>
      <td className={classes.percent}>
        {percent === null ? <span className={classes.none}>—</span> : format.percent(percent)}
      </td>
      <td className={classes.counts}>
        {/* Where there are no counts the verdict says why. */}
        {numerator === null || denominator === null ? null : format.ratio(numerator, denominator)}
      </td>
      <td className={classes.meterCell} title={targetWords}>
        <Meter
          value={share}
          target={target}
          tone={verdict === 'met' || verdict === 'missed' ? verdict : 'none'}
        />
        <span className="sr-only">{targetWords}</span>
      </td>
      <td>
        <VerdictBadge verdict={verdict} shortBy={result.shortBy} striven={text?.striven ?? false} />
      </td>
      <td className={classes.year}>{year ? <Year year={year} /> : null}</td>
      <td className={classes.trend}>{verdict === 'not-recorded' ? null : <Sparkline points={points} />}</td>
    </tr>
  );
}

/** The year to date beside the period: exact, never a sum of quarters. */
function Year({ year: { numerator, denominator, verdict } }: { year: NonNullable<RowProps['year']> }) {
  const { t } = useTranslation('overview');
  const format = useFormat();
  if (numerator === null || denominator === null || denominator === 0) return null;
  const percent = format.percent(percentOf(numerator, denominator));
  const said = t('year', { percent, ratio: format.ratio(numerator, denominator) });
  return (
    <span title={said} data-tone={verdict === 'missed' ? 'missed' : undefined}>
      <span className={classes.yearLabel}>{t('yearShort')}</span> {percent}
      {verdict === 'missed' ? ' ▲' : null}
      <span className={classes.yearCounts}>{format.ratio(numerator, denominator)}</span>
    </span>
  );
}
