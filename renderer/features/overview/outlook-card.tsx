import type { ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { findFormula } from '#shared/domain/formulas/registry.ts';
import type { Overview, Progress } from '#shared/ipc/contract/evaluation.ts';
import { standingOf } from '../../app/progress-standing.ts';
import { goToTargets } from '../../app/targets-place.ts';
import { useNouns } from '../../app/use-noun.ts';
import { useFormat } from '../../app/words.ts';
import { Card } from '../../ui/card.tsx';
import { LineList } from '../../ui/line-list.tsx';
import { outlook } from './attainable.ts';
import { worstFirst } from './order.ts';
import classes from './overview.module.css';
import { isOver } from './period-state.ts';
import { Line } from './todo-card.tsx';

type Result = Overview['evaluation']['objectives'][number];

interface Said {
  readonly id: string;
  readonly key:
    | 'short'
    | 'reachable'
    | 'lost'
    | 'slack'
    | 'noSlack'
    | 'needed'
    | 'more'
    | 'tooFew'
    | 'noneLeft';
  readonly n: number;
  /** How many records could do it. */
  readonly total: number;
  readonly formula: string;
}

/** At most so many lines; the rest is in the table. */
const LINES = 6;

/**
 * Whether a missed objective can still be met, by which records, and how far a met one is from being missed: exact,
 * from the counts. Each line leads to the objective's progress.
 */
export function OutlookCard({ overview, progress }: { overview: Overview; progress: Progress | null }) {
  const { t } = useTranslation('overview');
  const format = useFormat();
  const titles = new Map(overview.objectives.map(({ id, title }) => [id, title[format.language]]));
  const nouns = useNouns();
  const over = isOver(overview.evaluation);
  const lines = worstFirst(overview.evaluation.objectives).flatMap((result) =>
    saidOf(result, progress, over),
  );
  const missed = overview.evaluation.objectives.some(({ verdict }) => verdict === 'missed');
  return (
    <Card title={t('outlook.title')} note={over ? t('outlook.noteOver') : undefined}>
      {lines.length === 0 ? (
        <p className={classes.quiet}>{!missed && over ? t('outlook.allMet') : t('outlook.nothing')}</p>
      ) : (
        <LineList>
          {lines.slice(0, LINES).map(
            ({ id, key, n, total, formula }): ReactNode => (
              <Line
                key={id}
                tone={key === 'slack' || key === 'noSlack' ? null : 'missed'}
                onClick={() => goToTargets({ tab: 'progress', objective: id })}
              >
                <span className={classes.said} title={titles.get(id)}>
                  <Trans
                    t={t}
                    i18nKey={`outlook.${key}`}
                    values={{
                      objective: titles.get(id) ?? id,
                      n: format.count(n),
                      total: format.count(total),
                      noun: nouns(formula, n),
                    }}
                    components={{ b: <b /> }}
                  />
                </span>
              </Line>
            ),
          )}
        </LineList>
      )}
      {over && missed ? <p className={classes.quiet}>{t('outlook.over')}</p> : null}
    </Card>
  );
}

/** Whether the records that could still count are enough, too few, or none. */
function neededKey({ enough, candidatesTotal }: Progress['objectives'][number]): Said['key'] {
  if (enough !== false) return 'needed';
  return candidatesTotal === 0 ? 'noneLeft' : 'tooFew';
}

function isDossier(formula: string): boolean {
  return findFormula(formula)?.kind === 'dossier';
}

function saidOf(result: Result, progress: Progress | null, over: boolean): Said[] {
  const { id, formula } = result;
  const say = (key: Said['key'], n: number, total = 0): Said[] => [{ id, key, n, total, formula }];
  if (over) return result.verdict === 'missed' ? say('short', result.shortBy ?? 0) : [];
  const seen = outlook(result);
  if (result.verdict === 'missed') {
    const known = progress?.objectives.find(({ objective }) => objective === id);
    const standing = standingOf(result, known, over);
    if (known && (standing === 'finish' || standing === 'correct' || standing === 'more'))
      return say(standing === 'more' ? 'more' : neededKey(known), known.needed ?? 0, known.candidatesTotal);
    // Nothing that is open could do it; dossiers still to come may.
    return isDossier(formula) && seen?.kind === 'reachable' ? say('reachable', seen.more) : say('lost', 0);
  }
  if (seen?.kind !== 'slack' || !isDossier(formula)) return [];
  return say(seen.slack === 0 ? 'noSlack' : 'slack', seen.slack);
}
