import { useTranslation } from 'react-i18next';
import type { ReceiverTable } from '#shared/ipc/contract/receiver.ts';
import { useFormat } from '../../../app/words.ts';
import { Figure } from '../../../ui/figure.tsx';
import { thresholdWords } from '../../../ui/threshold-words.ts';
import { VerdictBadge } from '../../../ui/verdict-badge.tsx';
import css from './consolidation.module.css';
import type { UnitRow } from './model/flags.ts';

/** The figures of the unit's report that counts, objective by objective, with what is odd about each. */
export function UnitFigures({ table, unit }: { readonly table: ReceiverTable; readonly unit: UnitRow }) {
  const { t } = useTranslation(['gathering', 'receiver']);
  const format = useFormat();
  if (unit.counted === null) return <p className="dim">{t('unit.noFigures')}</p>;
  return (
    <section className={css.section}>
      <h3>{t('unit.figures')}</h3>
      <table className={css.table}>
        <thead>
          <tr>
            <th>{t('columns.objective')}</th>
            <th className="num">{t('columns.figure')}</th>
            <th className="num">{t('columns.threshold')}</th>
            <th>{t('columns.verdict')}</th>
          </tr>
        </thead>
        <tbody>
          {table.objectives.map(({ id, title, striven, leftOut }) => {
            const figure = unit.figures.find((one) => one.id === id);
            const why = leftOut.find(({ code }) => code === unit.code)?.why;
            return (
              <tr key={id}>
                <td title={title}>
                  <b>{id}</b> {title}
                </td>
                <td className="num">
                  {figure && (
                    <Figure
                      percent={figure.percent}
                      numerator={figure.numerator}
                      denominator={figure.denominator}
                    />
                  )}
                </td>
                <td className="num">
                  {figure && thresholdWords(figure.threshold, format)}
                  {unit.lowered.includes(id) && <div className={css.warn}>▲ {t('unit.lowered')}</div>}
                </td>
                <td>
                  {figure && <VerdictBadge verdict={figure.verdict} striven={striven} />}
                  {why !== undefined && why !== figure?.verdict && (
                    <div className="dim">{t(`receiver:leftOut.${why}`)}</div>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
