import { useTranslation } from 'react-i18next';
import type { Evaluation } from '#shared/domain/evaluation.ts';
import { percentOf } from '#shared/domain/verdict.ts';
import { standingOf } from '../../../app/progress-standing.ts';
import { useNouns } from '../../../app/use-noun.ts';
import { useFormat } from '../../../app/words.ts';
import { arrowKeys } from '../../../ui/arrow-keys.ts';
import { shareOf } from '../../../ui/charts/plot.ts';
import { RangeBar } from '../../../ui/charts/range-bar.tsx';
import type { ObjectiveProgress } from '../hooks/use-progress.ts';
import classes from '../progress.module.css';

/** Objectives with their figure in the period and the year to date, what is still needed, and the forecast. ↑ ↓ choose. */
export function ProgressTable({
  objectives,
  evaluation,
  selected,
  onSelect,
}: {
  readonly objectives: readonly ObjectiveProgress[];
  readonly evaluation: Evaluation;
  readonly selected: string;
  readonly onSelect: (objective: string) => void;
}) {
  const { t } = useTranslation('targets');
  // A period that is over has nothing to foresee.
  const forecasts = objectives.some(({ progress }) => progress?.forecast != null);
  return (
    <table className={classes.table}>
      <colgroup>
        <col />
        <col className={classes.figureColumn} />
        <col className={classes.figureColumn} />
        <col className={classes.neededColumn} />
        {forecasts ? <col className={classes.rangeColumn} /> : null}
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{t('progress.objective')}</th>
          <th scope="col" data-right="">
            {t('progress.period')}
          </th>
          <th scope="col" data-right="">
            {t('progress.year')}
          </th>
          <th scope="col">{t('progress.needed')}</th>
          {forecasts ? (
            <th scope="col" className={classes.rangeColumn}>
              {t('progress.forecast')}
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody onKeyDown={(event) => arrowKeys(event, true)}>
        {objectives.map((objective) => (
          <Row
            key={objective.id}
            objective={objective}
            over={evaluation.asOf >= evaluation.period.to}
            forecasts={forecasts}
            selected={objective.id === selected}
            onSelect={() => onSelect(objective.id)}
          />
        ))}
      </tbody>
    </table>
  );
}

function Row({
  objective: { text, result, progress },
  over,
  forecasts,
  selected,
  onSelect,
}: {
  readonly objective: ObjectiveProgress;
  readonly over: boolean;
  readonly forecasts: boolean;
  readonly selected: boolean;
  readonly onSelect: () => void;
}) {
  const format = useFormat();
  return (
    <tr onClick={onSelect} data-selected={selected || undefined}>
      <th scope="row">
        <button type="button" tabIndex={selected ? 0 : -1} aria-pressed={selected} onClick={onSelect}>
          {text.title[format.language]}
        </button>
      </th>
      <td data-right="">
        <Counts numerator={result?.numerator ?? null} denominator={result?.denominator ?? null} />
      </td>
      <td data-right="">
        {progress ? (
          <Counts numerator={progress.yearToDate.numerator} denominator={progress.yearToDate.denominator} />
        ) : null}
      </td>
      <td>
        <Needed objective={{ result, progress, text }} over={over} />
      </td>
      {forecasts ? (
        <td className={classes.rangeColumn}>
          {progress?.forecast && progress.forecast.lowest.denominator > 0 ? (
            <RangeBar
              scale={0.88}
              lowest={shareOf(progress.forecast.lowest) ?? 0}
              likely={shareOf(progress.forecast.likely) ?? 0}
              highest={shareOf(progress.forecast.highest) ?? 0}
              target={text.threshold.basisPoints / 100}
            />
          ) : null}
        </td>
      ) : null}
    </tr>
  );
}

function Counts({ numerator, denominator }: { numerator: number | null; denominator: number | null }) {
  const format = useFormat();
  if (numerator === null || denominator === null) return <span className="dim">—</span>;
  return (
    <>
      <b>{format.percent(percentOf(numerator, denominator))}</b>
      <span className={classes.ratio}>{format.ratio(numerator, denominator)}</span>
    </>
  );
}

function Needed({
  objective: { text, result, progress },
  over,
}: {
  objective: Pick<ObjectiveProgress, 'text' | 'result' | 'progress'>;
  over: boolean;
}) {
  const { t } = useTranslation('targets');
  const format = useFormat();
  const noun = useNouns()(text.formula, progress?.needed ?? 0);
  const standing = standingOf(result, progress, over);
  switch (standing) {
    case 'met':
      return <span className={classes.met}>✓ {t('progress.reached')}</span>;
    case 'finish':
    case 'correct':
    case 'more':
      return (
        <span className={progress?.enough === false ? classes.missed : undefined}>
          {progress?.enough === false ? '▲ ' : ''}
          <b>{format.count(progress?.needed ?? 0)}</b> {noun}
        </span>
      );
    case 'lost':
    case 'over':
      return (
        <span className={classes.missed}>
          ▲ {t(standing === 'over' ? 'progress.missed' : 'progress.lost')}
        </span>
      );
    default:
      return <span className="dim">{t('progress.nothing')}</span>;
  }
}
