import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { goToExplain } from '../../../app/navigation.ts';
import { useTargetsPlace } from '../../../app/targets-place.ts';
import { useLetterKeys } from '../../../app/use-letter-keys.ts';
import { useFormat } from '../../../app/words.ts';
import { DueList } from '../../../ledgers/components/due-list.tsx';
import { Card } from '../../../ui/card.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { useProgress } from '../hooks/use-progress.ts';
import classes from '../progress.module.css';
import { ProgressDetail } from './progress-detail.tsx';
import { ProgressTable } from './progress-table.tsx';

/** Tab Tiến độ: where each objective stands, what could still reach its target, where it will end, what is due. */
export function ProgressTab() {
  const { t } = useTranslation('targets');
  const format = useFormat();
  const asked = useTargetsPlace((place) => place.objective);
  const { overview, progress, objectives } = useProgress();
  const [chosen, setChosen] = useState<string | null>(asked);
  const selected =
    objectives.find(({ id }) => id === chosen) ??
    objectives.find(({ result }) => result?.verdict === 'missed') ??
    objectives[0];
  useLetterKeys({ c: () => selected && goToExplain(selected.id) });
  const fault = overview.fault ?? progress.fault;
  const evaluation = overview.data?.evaluation;
  if (!evaluation || !selected)
    return fault ? <ErrorNotice fault={fault} onRetry={progress.refresh} /> : null;
  return (
    <div className={classes.columns}>
      <div className={classes.left}>
        {fault ? <ErrorNotice fault={fault} onRetry={progress.refresh} /> : null}
        <Card title={t('progress.table')}>
          <ProgressTable
            objectives={objectives}
            evaluation={evaluation}
            selected={selected.id}
            onSelect={setChosen}
          />
        </Card>
        {progress.data ? (
          <Card
            title={t('progress.due')}
            note={
              progress.data.dueTotal > 0
                ? t('progress.dueNote', { n: format.count(progress.data.dueTotal) })
                : undefined
            }
          >
            <DueList items={progress.data.due} total={progress.data.dueTotal} />
          </Card>
        ) : null}
        <p className={classes.hint}>{t('progress.hint')}</p>
      </div>
      <ProgressDetail key={selected.id} objective={selected} evaluation={evaluation} />
    </div>
  );
}
