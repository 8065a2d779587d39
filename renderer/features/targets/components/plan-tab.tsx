import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigation } from '../../../app/navigation.ts';
import { useTargetsPlace } from '../../../app/targets-place.ts';
import { useLetterKeys } from '../../../app/use-letter-keys.ts';
import { useQuery } from '../../../app/use-query.ts';
import { useFormat } from '../../../app/words.ts';
import { LedgerView } from '../../../ledgers/index.ts';
import { PaperDialog } from '../../../papers/paper-dialog.tsx';
import { StackedBar } from '../../../ui/charts/stacked-bar.tsx';
import { Kbd } from '../../../ui/kbd.tsx';
import { useAllEntries } from '../hooks/use-all-entries.ts';
import { useLedgerRequest } from '../hooks/use-ledger-request.ts';
import { useReportYear } from '../hooks/use-report-year.ts';
import { type PlanSum, planSumOf, planSums } from '../model/plan-sums.ts';
import classes from '../targets.module.css';
import { ChoiceList } from './choice-list.tsx';

const ALL = '';

/** Tab Kế hoạch: the measures behind each objective, how they stand, and the plan on paper. */
export function PlanTab() {
  const { t } = useTranslation('targets');
  const format = useFormat();
  const period = useNavigation((navigation) => navigation.period);
  const asked = useTargetsPlace((place) => place.objective);
  const year = useReportYear();
  const [first, last] = [year?.from, year?.to];
  const span = useMemo(() => (first && last ? { from: first, to: last } : {}), [first, last]);
  const measures = useAllEntries('measures', span);
  const set = useQuery('evaluation.targetSet', period === null ? null : { period }, ['settings']);
  const [objective, setObjective] = useState<string>(asked ?? ALL);
  const { request, done } = useLedgerRequest('measures', () => setObjective(ALL));
  const [paper, setPaper] = useState(false);
  useLetterKeys({ p: () => setPaper(true) }, !paper);
  const sums = useMemo(() => planSums(measures.entries ?? []), [measures.entries]);
  const objectives = set.data?.objectives ?? [];
  const items = [
    { key: ALL, title: t('plan.allObjectives'), children: <Sum sum={planSumOf(sums, null)} /> },
    ...objectives.map(({ id, title }) => ({
      key: id,
      title: title[format.language],
      children: <Sum sum={planSumOf(sums, id)} />,
    })),
  ];
  const all = planSumOf(sums, null);
  const filter = useMemo(
    () => ({ ...span, ...(objective === ALL ? {} : { equals: { objective } }) }),
    [span, objective],
  );
  return (
    <>
      <div className={classes.bar}>
        <div>
          <StackedBar
            label={t('plan.summary.label')}
            parts={planParts(all).map((part) => ({
              ...part,
              label: t(`plan.summary.${part.id}`),
              value: format.count(part.count),
            }))}
          />
        </div>
        <Button
          variant="default"
          disabled={year === null}
          onClick={() => setPaper(true)}
          rightSection={<Kbd quiet>P</Kbd>}
        >
          {t('plan.show')}
        </Button>
      </div>
      <div className={classes.split}>
        <ChoiceList
          label={t('plan.label')}
          items={items}
          selected={objective}
          onSelect={(key) => {
            done();
            setObjective(key);
          }}
        />
        <LedgerView ledger="measures" filter={filter} request={request} />
      </div>
      {paper && year?.id ? (
        <PaperDialog what={{ kind: 'plan', period: year.id }} onClose={() => setPaper(false)} />
      ) : null}
    </>
  );
}

/** The states of measures as parts of a bar, told apart in black and white too. */
function planParts(sum: PlanSum) {
  return [
    { id: 'done', count: sum.done, fill: 'solid', tone: 'met' },
    { id: 'open', count: sum.open, fill: 'outline', tone: 'plain' },
    { id: 'soon', count: sum.soon, fill: 'dots', tone: 'attention' },
    { id: 'overdue', count: sum.overdue, fill: 'hatch', tone: 'missed' },
  ] as const;
}

function Sum({ sum }: { readonly sum: PlanSum }) {
  const { t } = useTranslation('targets');
  const format = useFormat();
  if (sum.all === 0) return <span>{t('plan.none')}</span>;
  return (
    <>
      <span>
        {t('plan.doneOf', { done: format.count(sum.done), all: format.count(sum.all) })}
        {sum.overdue > 0 ? (
          <>
            {' · '}
            <span className={classes.late}>{t('plan.late', { n: format.count(sum.overdue) })}</span>
          </>
        ) : sum.soon > 0 ? (
          <>
            {' · '}
            <span className={classes.soon}>{t('plan.soon', { n: format.count(sum.soon) })}</span>
          </>
        ) : null}
      </span>
      <span className={classes.progressTrack} aria-hidden="true">
        <i style={{ width: `${(sum.done / sum.all) * 100}%` }} />
      </span>
    </>
  );
}
