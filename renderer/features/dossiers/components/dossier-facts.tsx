import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dossier, DossierField } from '#shared/domain/dossier.ts';
import { formatDate, type LocalDate } from '#shared/domain/local-date.ts';
import type { StoredDossier } from '#shared/ipc/contract/dossiers.ts';
import { Blank } from '../../../record-list/blank.tsx';
import { Fact, Facts, PaneSection } from '../../../record-list/pane.tsx';
import css from '../dossiers.module.css';
import { fieldText } from '../model/field-text.ts';
import { daysLate } from '../model/status-look.ts';
import { firstDue } from '../model/suspension-edit.ts';
import { suspensionText } from '../model/suspension-text.ts';

type TextField = Exclude<DossierField, 'suspensions' | 'reappointedDueOn'>;

const SECTIONS: readonly (readonly [
  'who' | 'time' | 'result' | 'digital' | 'other',
  readonly TextField[],
])[] = [
  ['who', ['applicantName', 'personId', 'procedureName', 'procedureCode', 'field', 'channel']],
  ['time', ['receivedOn', 'dueOn', 'finishedOn', 'returnedOn']],
  ['result', ['status', 'outcome', 'handler']],
  ['digital', ['componentsDigitised', 'resultDigitised', 'inSoftware', 'paperParallel']],
  ['other', ['note']],
];
/** Left out where they are not known: most dossiers never have them. */
const OPTIONAL: readonly TextField[] = ['note', 'outcome'];

/** Every field of a dossier, in groups; `number` stands beside the ID number. */
export function DossierFacts({
  row,
  today,
  number,
}: {
  readonly row: StoredDossier;
  readonly today: LocalDate;
  readonly number?: ReactNode;
}) {
  const { t } = useTranslation('dossiers');
  const late = daysLate(row.record, row.overdue, today);
  const { suspensions } = row.record;
  return SECTIONS.map(([section, fields]) => {
    const shown = fields.filter((field) => !OPTIONAL.includes(field) || row.record[field] !== null);
    if (shown.length === 0) return null;
    return (
      <PaneSection key={section} title={t(`detail.sections.${section}`)}>
        <Facts>
          {shown.map((field) => (
            <Fact key={field} name={t(`fields.${field}`)}>
              {fieldText(t, field, row.record[field]) ?? <Blank said />}
              {field === 'personId' && <> {number}</>}
              {field === 'dueOn' && <span className="dim">{besideDue(t, row.record)}</span>}
              {field === 'dueOn' && late !== null && (
                <span className={css.late}>
                  {' '}
                  <span aria-hidden>▲ </span>
                  {t(row.overdue ? 'overdueDays' : 'lateDays', { n: late })}
                </span>
              )}
            </Fact>
          ))}
          {section === 'time' && suspensions.length > 0 && (
            <Fact name={t('fields.suspensions')}>
              {suspensions.map((span) => (
                <div key={span.from}>
                  {suspensionText(t, span)}
                  {span.dueBefore && span.dueBefore !== firstDue(suspensions) && (
                    <div className="dim">{t('suspensions.moved', { date: formatDate(span.dueBefore) })}</div>
                  )}
                </div>
              ))}
            </Fact>
          )}
        </Facts>
      </PaneSection>
    );
  });
}

/** What else was appointed: the first due day where suspensions moved it, the day appointed anew. */
function besideDue(t: TFunction<'dossiers'>, { suspensions, reappointedDueOn }: Dossier): string {
  const first = firstDue(suspensions);
  const said = [
    ...(first ? [t('suspensions.firstDue', { date: formatDate(first) })] : []),
    ...(reappointedDueOn ? [t('suspensions.reappointed', { date: formatDate(reappointedDueOn) })] : []),
  ];
  return said.length === 0 ? '' : ` (${said.join('; ')})`;
}
