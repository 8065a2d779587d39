import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../app/session.ts';
import { useMay } from '../../../app/use-may.ts';
import { useQuery } from '../../../app/use-query.ts';
import { Card } from '../../../ui/card.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import classes from '../settings.module.css';
import { DoneCard } from './done-card.tsx';
import { FormerReports } from './former-reports.tsx';
import { JoinWizard } from './join-wizard.tsx';
import { useJoining } from './store.ts';

/** Đơn vị cũ: units that became this one, their reports, and the way to join their books. */
export function FormerSection() {
  const { t } = useTranslation('merge');
  const state = useQuery('merge.state', {}, ['settings']);
  const mayJoin = useMay('merge-units');
  const sample = useSession((session) => session.app?.sample ?? false);
  const begun = useJoining((joining) => joining.begun);
  const { data } = state;
  return (
    <div className={classes.stack}>
      {state.fault ? <ErrorNotice fault={state.fault} onRetry={state.refresh} /> : null}
      {data && mayJoin && (begun || data.sources.length > 0) ? (
        <JoinWizard sources={data.sources} refresh={state.refresh} />
      ) : (
        <Card title={t('title')} padded>
          <p className={classes.note}>{t('text')}</p>
          {mayJoin && !sample ? (
            <div className={classes.buttons}>
              <Button onClick={() => useJoining.setState({ begun: true })}>{t('start')}</Button>
            </div>
          ) : null}
        </Card>
      )}
      {(data?.done ?? []).toReversed().map((merge) => (
        <DoneCard key={merge.number} merge={merge} />
      ))}
      {data && data.done.length > 0 ? <FormerReports /> : null}
    </div>
  );
}
