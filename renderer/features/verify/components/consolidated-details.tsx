import { useTranslation } from 'react-i18next';
import { formatDate } from '#shared/domain/local-date.ts';
import { periodTitle } from '#shared/i18n/period-words.ts';
import { useFormat } from '../../../app/words.ts';
import { ToneBadge } from '../../../ui/verdict-badge.tsx';
import { UNIT_LOOK } from '../consolidation/model/look.ts';
import type { ShownConsolidated } from '../model/embedded-consolidated.ts';
import css from '../verify.module.css';
import { ReportedFigures } from './reported-figures.tsx';

/** What a signed consolidated report says: who put together what, the sums, and each unit's state. */
export function ConsolidatedDetails({ report }: { readonly report: ShownConsolidated }) {
  const { t } = useTranslation(['gathering', 'receiver']);
  const format = useFormat();
  const { unit, period, document, due, units, objectives, pages } = report;
  const received = units.filter((one) => one.report !== null).length;
  return (
    <>
      <h3 className={css.kind}>{t('consolidated.title')}</h3>
      <dl className={css.facts}>
        <dt>{t('consolidated.unit')}</dt>
        <dd>
          {unit.name} <span className="dim">({unit.code})</span>
        </dd>
        <dt>{t('consolidated.period')}</dt>
        <dd>
          {periodTitle(period.id, format.language)}{' '}
          <span className="dim">
            ({formatDate(period.from)} – {formatDate(period.to)})
          </span>
        </dd>
        {document.number !== null && (
          <>
            <dt>{t('consolidated.document')}</dt>
            <dd>{document.number}</dd>
          </>
        )}
        <dt>{t('consolidated.units')}</dt>
        <dd>
          {t('consolidated.received', {
            received: format.count(received),
            expected: format.count(units.length),
          })}
          {due !== null && `, ${t('consolidated.due', { due: formatDate(due) })}`}.{' '}
          {t(`basis.pages.${pages}`)}
        </dd>
      </dl>
      <ReportedFigures title={t('consolidated.objectives')} objectives={objectives} />
      <div className={css.figures}>
        <h3>{t('consolidated.units')}</h3>
        <table>
          <thead>
            <tr>
              <th>{t('columns.unit')}</th>
              <th>{t('columns.state')}</th>
              <th>{t('receiver:summary.late')}</th>
              <th>{t('columns.missed')}</th>
            </tr>
          </thead>
          <tbody>
            {units.map((one) => (
              <tr key={`${one.code} ${one.name}`}>
                <td>
                  <span className="num dim">{one.code}</span> {one.name}
                </td>
                <td>
                  <ToneBadge tone={UNIT_LOOK[one.state].tone} mark={UNIT_LOOK[one.state].mark}>
                    {t(`receiver:unitStates.${one.state}`)}
                  </ToneBadge>
                </td>
                <td>{one.late === true ? t('receiver:summary.yes') : ''}</td>
                <td>{one.missed.join(', ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
