import { Trans, useTranslation } from 'react-i18next';
import type { Evaluation } from '#shared/domain/evaluation.ts';
import { findFormula } from '#shared/domain/formulas/registry.ts';
import { passes, percentOf } from '#shared/domain/verdict.ts';
import { periodShort } from '#shared/i18n/period-words.ts';
import type { ProgressObjective } from '#shared/ipc/contract/evaluation.ts';
import { useEntryLabels } from '../../../app/entry-labels.ts';
import { openRecord } from '../../../app/open-record.ts';
import { standingOf } from '../../../app/progress-standing.ts';
import { useTargetWords } from '../../../app/target-words.ts';
import { useNouns } from '../../../app/use-noun.ts';
import { useFormat } from '../../../app/words.ts';
import { ObjectiveTrend } from '../../../pictures/objective-trend.tsx';
import { shareOf } from '../../../ui/charts/plot.ts';
import { RangeBar } from '../../../ui/charts/range-bar.tsx';
import { LineButton, LineList } from '../../../ui/line-list.tsx';
import type { ObjectiveProgress } from '../hooks/use-progress.ts';
import classes from '../progress.module.css';

/** One objective: its trend, what would still reach the target with the very records, and where it may end. */
export function ProgressDetail({
  objective,
  evaluation,
}: {
  readonly objective: ObjectiveProgress;
  readonly evaluation: Evaluation;
}) {
  const { t } = useTranslation('targets');
  const format = useFormat();
  const { text, result, progress } = objective;
  const nouns = useNouns();
  const noun = nouns(text.formula);
  const words = useTargetWords();
  const over = evaluation.asOf >= evaluation.period.to;
  const standing = standingOf(result, progress, over);
  return (
    <section className={classes.detail} aria-label={text.title[format.language]}>
      <h2>{text.title[format.language]}</h2>
      <p className={classes.sentence}>{text.sentence[format.language]}</p>
      <h3>{t('progress.trend', { target: words.threshold(text.threshold) })}</h3>
      <ObjectiveTrend text={text} points={objective.points} />
      <h3>{t('progress.toReach')}</h3>
      <p>
        <Trans
          t={t}
          i18nKey={`progress.sentence.${standing}`}
          values={{
            n: format.count(progress?.needed ?? 0),
            noun: nouns(text.formula, progress?.needed ?? 0),
          }}
          components={{ b: <b /> }}
        />
        {progress?.enough != null &&
        progress.needed !== null &&
        progress.needed > 0 &&
        progress.way !== 'more' ? (
          <>
            {' '}
            <span className={progress.enough ? undefined : classes.missed}>
              {t(leftWords(progress), {
                total: format.count(progress.candidatesTotal),
                noun: nouns(text.formula, progress.enough ? progress.candidatesTotal : 2),
              })}
            </span>
          </>
        ) : null}
      </p>
      {progress ? <Candidates progress={progress} noun={noun} /> : null}
      {progress && !over ? (
        <Forecast objective={objective} progress={progress} evaluation={evaluation} noun={noun} />
      ) : null}
    </section>
  );
}

/** How many records could still count, in words. */
function leftWords({ enough, candidatesTotal }: ProgressObjective) {
  if (enough) return 'progress.enough' as const;
  return candidatesTotal === 0 ? ('progress.noneLeft' as const) : ('progress.notEnough' as const);
}

function Candidates({ progress, noun }: { readonly progress: ProgressObjective; readonly noun: string }) {
  const { t } = useTranslation('targets');
  const format = useFormat();
  const labelOf = useEntryLabels(progress.candidates);
  if (progress.candidates.length === 0) return null;
  const rest = progress.candidatesTotal - progress.candidates.length;
  return (
    <>
      <h3>{t('progress.candidates', { noun })}</h3>
      <LineList framed>
        {progress.candidates.map((candidate) => (
          <li key={`${candidate.ledger ?? ''} ${candidate.id}`}>
            <LineButton columns="minmax(0, 1fr) auto" onClick={() => openRecord(candidate)}>
              <span className={classes.candidate}>{labelOf(candidate)}</span>
              <span className="dim">{t('progress.by', { date: format.date(candidate.by) })}</span>
            </LineButton>
          </li>
        ))}
        {rest > 0 ? (
          <li className={classes.quiet}>{t('progress.more', { n: format.count(rest), noun })}</li>
        ) : null}
      </LineList>
    </>
  );
}

function Forecast({
  objective: { text },
  progress: { forecast },
  evaluation,
  noun,
}: {
  readonly objective: ObjectiveProgress;
  readonly progress: ProgressObjective;
  readonly evaluation: Evaluation;
  readonly noun: string;
}) {
  const { t } = useTranslation('targets');
  const format = useFormat();
  // Entries to be put right do not go like those before them: likely is what stands.
  const stands =
    forecast !== null &&
    findFormula(text.formula)?.kind === 'ledger' &&
    forecast.basis === evaluation.period.id &&
    forecast.likely.numerator === forecast.lowest.numerator;
  return (
    <>
      <h3>{t('progress.forecastTitle', { date: format.date(evaluation.period.to) })}</h3>
      {forecast === null || forecast.highest.denominator === 0 ? (
        <p className="dim">{t('progress.noForecast')}</p>
      ) : (
        <>
          <RangeBar
            scale={3}
            lowest={shareOf(forecast.lowest) ?? 0}
            likely={shareOf(forecast.likely) ?? 0}
            highest={shareOf(forecast.highest) ?? 0}
            target={text.threshold.basisPoints / 100}
          />
          <dl className={classes.forecast}>
            {(['lowest', 'likely', 'highest'] as const).map((which) => {
              const { numerator, denominator } = forecast[which];
              return (
                <div key={which}>
                  <dt>{t(`progress.${which}`)}</dt>
                  <dd>
                    <b>{format.percent(percentOf(numerator, denominator))}</b>{' '}
                    {denominator > 0 && passes(numerator, denominator, text.threshold) ? (
                      <span className={classes.met}>✓</span>
                    ) : (
                      <span className={classes.missed}>▲</span>
                    )}
                    <span className={classes.counts}>{format.ratio(numerator, denominator)}</span>
                  </dd>
                </div>
              );
            })}
          </dl>
          <p className={classes.assumption}>
            {t(stands ? 'progress.assumptionStanding' : 'progress.assumption', {
              open: format.count(forecast.open),
              noun,
              basis:
                forecast.basis === evaluation.period.id
                  ? t('progress.basisThis')
                  : periodShort(forecast.basis, format.language),
            })}
          </p>
        </>
      )}
    </>
  );
}
