import { useTranslation } from 'react-i18next';
import type { Overview } from '#shared/ipc/contract/evaluation.ts';
import type { TargetSetEntry } from '#shared/ipc/contract/targets.ts';
import { goToExplain } from '../../../app/navigation.ts';
import { useTargetWords } from '../../../app/target-words.ts';
import { useFormat } from '../../../app/words.ts';
import { VerdictBadge } from '../../../ui/verdict-badge.tsx';
import classes from '../targets.module.css';
import { ObjectiveHeads } from './objective-heads.tsx';

type Objective = TargetSetEntry['objectives'][number];

/**
 * The objectives of a set: sentence, formula and filter in words, threshold (with the given one where it was raised)
 * and, where the set judges the period looked at, the period's counts.
 */
export function ObjectiveList({
  set,
  base,
  overview,
  periodName,
}: {
  readonly set: TargetSetEntry;
  /** The given set an own one stands under. */
  readonly base: TargetSetEntry | null;
  /** Figures of the period looked at; null where another set judges it. */
  readonly overview: Overview | null;
  readonly periodName: string;
}) {
  const { t } = useTranslation('targets');
  return (
    <table className={classes.table}>
      <ObjectiveHeads
        idClass={classes.id}
        rest={[
          [classes.formula, t('column.formula')],
          [classes.threshold, t('column.threshold')],
          ...(overview ? [[classes.now, t('column.period', { period: periodName })] as const] : []),
        ]}
      />
      <tbody>
        {set.objectives.map((objective) => (
          <Row
            key={objective.id}
            objective={objective}
            given={base?.objectives.find(({ id }) => id === objective.id) ?? null}
            own={set.own !== null}
            overview={overview}
          />
        ))}
      </tbody>
    </table>
  );
}

function Row({
  objective,
  given,
  own,
  overview,
}: {
  readonly objective: Objective;
  readonly given: Objective | null;
  readonly own: boolean;
  readonly overview: Overview | null;
}) {
  const { t } = useTranslation(['targets', 'common']);
  const format = useFormat();
  const words = useTargetWords();
  const title = objective.title[format.language];
  const said = words.formula(objective.formula);
  const filter = words.filter(objective.formula, objective.filter);
  const raised = given !== null && given.threshold.basisPoints !== objective.threshold.basisPoints;
  const result = overview?.evaluation.objectives.find(({ id }) => id === objective.id) ?? null;
  return (
    <tr>
      <td className={classes.id}>{objective.id}</td>
      <td>
        <b>{title}</b>
        {objective.striven ? <span className={classes.tag}>{t('common:striven')}</span> : null}
        {own && given === null ? <span className={classes.tag}>{t('targets:added')}</span> : null}
        <p>{objective.sentence[format.language]}</p>
        {given !== null || !own ? (
          <p className={classes.small}>{t('targets:point', { point: objective.annexPoint })}</p>
        ) : null}
      </td>
      <td title={objective.formula}>
        {said ? (
          <>
            <p className={classes.over}>{said.numerator}</p>
            <p className={classes.under}>{said.denominator}</p>
          </>
        ) : (
          <p>{objective.formula}</p>
        )}
        {filter ? <p className={classes.filter}>{filter}</p> : null}
      </td>
      <td className={classes.threshold}>
        {words.threshold(objective.threshold)}
        {raised && given ? (
          <span className={classes.small}>
            {t('targets:raised', { given: words.threshold(given.threshold) })}
          </span>
        ) : null}
      </td>
      {overview ? (
        <td className={classes.now}>
          {result ? (
            <button
              type="button"
              className={classes.figure}
              title={t('targets:explain', { title })}
              onClick={() => goToExplain(objective.id)}
            >
              <b>{format.percent(result.percent)}</b>
              {result.numerator === null || result.denominator === null ? null : (
                <span>{format.ratio(result.numerator, result.denominator)}</span>
              )}
              <VerdictBadge verdict={result.verdict} shortBy={result.shortBy} striven={objective.striven} />
            </button>
          ) : null}
        </td>
      ) : null}
    </tr>
  );
}
