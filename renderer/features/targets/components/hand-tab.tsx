import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { periodShort } from '#shared/i18n/period-words.ts';
import { goToLedger, useNavigation } from '../../../app/navigation.ts';
import { useTargetsPlace } from '../../../app/targets-place.ts';
import { useQuery } from '../../../app/use-query.ts';
import { useFormat } from '../../../app/words.ts';
import { LedgerView } from '../../../ledgers/index.ts';
import { VerdictBadge } from '../../../ui/verdict-badge.tsx';
import { useLedgerRequest } from '../hooks/use-ledger-request.ts';
import classes from '../targets.module.css';
import { ChoiceList } from './choice-list.tsx';

const ALL = '';
/** The formula of what no ledger counts. */
const HAND = 'hand.ratio.v1';

/** Tab Đếm tay: the objectives counted by hand with their figure, and the counts with their evidence. */
export function HandTab() {
  const { t } = useTranslation('targets');
  const format = useFormat();
  const period = useNavigation((navigation) => navigation.period);
  const asked = useTargetsPlace((place) => place.objective);
  const overview = useQuery('evaluation.overview', period === null ? null : { period }, [
    'dossiers',
    'ledgers',
    'settings',
    'reports',
  ]);
  const objectives = (overview.data?.objectives ?? []).filter(({ formula }) => formula === HAND);
  const [chosen, setChosen] = useState<string>(asked ?? ALL);
  const [only, ...others] = objectives;
  const known = objectives.some(({ id }) => id === chosen);
  // Where there is but one objective to count for, it is the one.
  const objective = known ? chosen : only && others.length === 0 ? only.id : ALL;
  const span = overview.data?.evaluation.period;
  // What is dated after the day of evaluation has not happened: a count of a running period ends with it.
  const asOf = overview.data?.evaluation.asOf;
  const end = span && asOf && asOf < span.to ? asOf : (span?.to ?? null);
  const filter = useMemo(() => (objective === ALL ? {} : { equals: { objective } }), [objective]);
  const [from, to] = [span?.from, end];
  const begin = useMemo(() => (from && to ? { from, to } : {}), [from, to]);
  const { request, done } = useLedgerRequest('hand-counts', () => setChosen(ALL));
  const count = (id: string) =>
    span && goToLedger('hand-counts', { compose: true, values: { objective: id, from: span.from, to: end } });
  const results = overview.data?.evaluation.objectives ?? [];
  return (
    <div className={classes.split}>
      <div className={classes.side}>
        <p className={classes.small}>
          {t('hand.title', { period: period === null ? '' : periodShort(period, format.language) })}
        </p>
        {objectives.length === 0 ? (
          <p className={classes.otherSet}>{overview.data ? t('hand.none') : ''}</p>
        ) : (
          <ChoiceList
            label={t('tab.hand')}
            selected={objective}
            onSelect={(key) => {
              done();
              setChosen(key);
            }}
            items={[
              ...(others.length === 0 ? [] : [{ key: ALL, title: t('plan.allObjectives') }]),
              ...objectives.map(({ id, title, striven }) => {
                const result = results.find((each) => each.id === id);
                return {
                  key: id,
                  title: title[format.language],
                  children: result ? (
                    result.numerator === null || result.denominator === null ? (
                      <span>{t('hand.notCounted')}</span>
                    ) : (
                      <span>
                        {t('hand.counted', { ratio: format.ratio(result.numerator, result.denominator) })}
                        {' · '}
                        <VerdictBadge verdict={result.verdict} shortBy={result.shortBy} striven={striven} />
                      </span>
                    )
                  ) : null,
                };
              }),
            ]}
          />
        )}
        {objective === ALL ? null : (
          <Button variant="default" onClick={() => count(objective)}>
            {t('hand.add')}
          </Button>
        )}
      </div>
      <LedgerView ledger="hand-counts" filter={filter} begin={begin} request={request} />
    </div>
  );
}
