import { useTranslation } from 'react-i18next';
import type { Output } from '#shared/ipc/contract.ts';
import { useFormulaWords } from '../../app/formula-words.ts';
import { useNavigation } from '../../app/navigation.ts';
import { Page } from '../../app/page.tsx';
import { useQuery } from '../../app/use-query.ts';
import { useFormat } from '../../app/words.ts';
import { Card } from '../../ui/card.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import classes from './targets.module.css';

type Objective = Output<'evaluation.targetSet'>['objectives'][number];

/** Mục tiêu & kế hoạch: the target set in force, each objective with its sentence, formula in words and threshold. */
export default function TargetsScreen() {
  const { t } = useTranslation(['targets', 'common']);
  const format = useFormat();
  const period = useNavigation((navigation) => navigation.period);
  const set = useQuery('evaluation.targetSet', {}, ['settings']);
  // The decision's number, date and issuer come with the overview of any period.
  const overview = useQuery('evaluation.overview', period === null ? null : { period }, ['settings']);
  const decision = overview.data?.decision;
  return (
    <Page
      title={t('common:screen.targets')}
      subtitle={set.data ? t('targets:subtitle', { name: set.data.name[format.language] }) : ' '}
    >
      {set.fault ? <ErrorNotice fault={set.fault} onRetry={set.refresh} /> : null}
      {set.data ? (
        <Card
          title={t('targets:count', { n: format.count(set.data.objectives.length) })}
          note={
            decision
              ? t('targets:source', {
                  number: decision.number,
                  date: format.date(decision.date),
                  issuer: decision.issuer,
                })
              : undefined
          }
        >
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col" className={classes.id}>
                  {t('targets:column.id')}
                </th>
                <th scope="col">{t('targets:column.objective')}</th>
                <th scope="col">{t('targets:column.formula')}</th>
                <th scope="col" className={classes.threshold}>
                  {t('targets:column.threshold')}
                </th>
                <th scope="col" className={classes.source}>
                  {t('targets:column.source')}
                </th>
              </tr>
            </thead>
            <tbody>
              {set.data.objectives.map((objective) => (
                <Row key={objective.id} objective={objective} decision={decision?.number ?? null} />
              ))}
            </tbody>
          </table>
        </Card>
      ) : null}
      {set.data ? (
        <p className={classes.foot}>{t('targets:foot', { id: set.data.id, version: set.data.version })}</p>
      ) : null}
    </Page>
  );
}

function Row({ objective, decision }: { objective: Objective; decision: string | null }) {
  const { t } = useTranslation(['targets', 'common']);
  const format = useFormat();
  const formula = useFormulaWords()(objective.formula);
  return (
    <tr>
      <td className={classes.id}>{objective.id}</td>
      <td>
        <b>{objective.title[format.language]}</b>
        {objective.striven ? <span className={classes.striven}>{t('common:striven')}</span> : null}
        <p>{objective.sentence[format.language]}</p>
      </td>
      <td>
        {formula ? (
          <>
            <p className={classes.over}>{formula.numerator}</p>
            <p className={classes.under}>{formula.denominator}</p>
          </>
        ) : null}
        <code>{objective.formula}</code>
      </td>
      <td className={classes.threshold}>
        {t(`targets:threshold.${objective.threshold.op}`, {
          target: format.basisPoints(objective.threshold.basisPoints),
        })}
      </td>
      <td className={classes.source}>
        {t('targets:point', { point: objective.annexPoint })}
        {decision ? (
          <>
            <br />
            <span className="dim">{decision}</span>
          </>
        ) : null}
      </td>
    </tr>
  );
}
