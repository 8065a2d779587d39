import { useTranslation } from 'react-i18next';
import type { FlowChange } from '#shared/domain/closing/figures.ts';
import type { ChangedFigures } from '#shared/ipc/contract/reports.ts';
import { useFormat } from '../../../app/words.ts';
import { changedRows } from '../model/changed-rows.ts';
import css from '../reports.module.css';

/** Rows of the flow table told in full; the report's data holds all. */
const ROWS = 5;

/** Which signed figures are others now, in words, and the reasons that were given. */
export function FigureChanges({ changes }: { readonly changes: ChangedFigures }) {
  const { t } = useTranslation('reports');
  const format = useFormat();
  const rows = changedRows(changes.flow);
  const ratio = ({ numerator, denominator }: ChangedFigures['objectives'][number]['was']) =>
    numerator === null || denominator === null ? t('changes.nothing') : format.ratio(numerator, denominator);
  const cell = ({ column, was, now }: FlowChange) => {
    const [group, part] = column.split('.') as ['received' | 'resolved' | 'pending', 'total'];
    return t('changes.cell', {
      column: t('changes.column', { group: t(`flow.${group}`), part: t(`flow.${part}`) }),
      was: format.count(was),
      now: format.count(now),
    });
  };
  return (
    <>
      <ul className={css.changes}>
        {changes.objectives.map(({ id, was, now }) => (
          <li key={id}>{t('changes.objective', { id, was: ratio(was), now: ratio(now) })}</li>
        ))}
        {rows.slice(0, ROWS).map(({ field, cells }) => (
          <li key={`row ${field}`}>
            {t('changes.row', {
              field: field === null ? t('flow.sum') : field || t('flow.noField'),
              cells: cells.map(cell).join('; '),
            })}
          </li>
        ))}
        {rows.length > ROWS && <li>{t('changes.more', { n: format.count(rows.length - ROWS) })}</li>}
      </ul>
      <p className={css.changesWhy}>
        {changes.reasons.length === 0
          ? t('changes.noReasons')
          : t('changes.reasons', { reasons: changes.reasons.join('; ') })}
      </p>
    </>
  );
}
