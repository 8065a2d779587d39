import { useTranslation } from 'react-i18next';
import type { DossierField } from '#shared/domain/dossier.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { StoredDossier } from '#shared/ipc/contract/dossiers.ts';
import css from '../dossiers.module.css';
import { fieldText } from '../model/field-text.ts';
import { daysLate } from '../model/status-look.ts';

const SECTIONS: readonly (readonly [
  'who' | 'time' | 'result' | 'digital' | 'other',
  readonly DossierField[],
])[] = [
  ['who', ['applicantName', 'personId', 'procedureName', 'procedureCode', 'field', 'channel']],
  ['time', ['receivedOn', 'dueOn', 'reappointedDueOn', 'finishedOn', 'returnedOn']],
  ['result', ['status', 'outcome', 'handler']],
  ['digital', ['componentsDigitised', 'resultDigitised', 'inSoftware', 'paperParallel']],
  ['other', ['note']],
];
/** Left out where they are not known: most dossiers never have them. */
const OPTIONAL: readonly DossierField[] = ['reappointedDueOn', 'note', 'outcome'];

/** Every field of a dossier, in groups. */
export function DossierFacts({ row, today }: { readonly row: StoredDossier; readonly today: LocalDate }) {
  const { t } = useTranslation('dossiers');
  const late = daysLate(row.record, row.overdue, today);
  return SECTIONS.map(([section, fields]) => {
    const shown = fields.filter((field) => !OPTIONAL.includes(field) || row.record[field] !== null);
    if (shown.length === 0) return null;
    return (
      <div key={section} className={css.section}>
        <h3>{t(`detail.sections.${section}`)}</h3>
        <dl className={css.facts}>
          {shown.map((field) => (
            <div key={field} style={{ display: 'contents' }}>
              <dt>{t(`fields.${field}`)}</dt>
              <dd>
                {fieldText(t, field, row.record[field]) ?? (
                  <span className={css.blank}>{t('notRecorded')}</span>
                )}
                {field === 'dueOn' && late !== null && (
                  <span className={css.late}>
                    {' '}
                    <span aria-hidden>▲ </span>
                    {t(row.overdue ? 'overdueDays' : 'lateDays', { n: late })}
                  </span>
                )}
              </dd>
            </div>
          ))}
        </dl>
      </div>
    );
  });
}
