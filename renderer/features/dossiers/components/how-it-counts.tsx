import { useTranslation } from 'react-i18next';
import type { Dossier } from '#shared/domain/dossier.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { dynamicWords } from '../../../app/dynamic-words.ts';
import { useQuery } from '../../../app/use-query.ts';
import { useFormat } from '../../../app/words.ts';
import { PaneSection } from '../../../record-list/pane.tsx';
import css from '../dossiers.module.css';
import { objectivesCounting, timeSentence } from '../model/how-it-counts.ts';

/** How a dossier counts: its standing in time, and what each objective's formula makes of it and why. */
export function HowItCounts({ record, today }: { readonly record: Dossier; readonly today: LocalDate }) {
  const { t, i18n } = useTranslation('dossiers');
  const { t: cause } = useTranslation('causes');
  const { language } = useFormat();
  const targets = useQuery('evaluation.targetSet', {}, ['settings']);
  const procedures = useQuery('settings.procedures', {}, ['settings']);
  const issues =
    procedures.data?.find(
      (entry) =>
        entry.code === record.procedureCode &&
        entry.validFrom <= record.receivedOn &&
        (entry.validTo === null || record.receivedOn <= entry.validTo),
    )?.issuesDocument ?? null;
  const { key, ...params } = timeSentence(record, today);
  const objectives = targets.data?.objectives ?? [];
  const rows = objectivesCounting(record, today, issues, objectives);
  return (
    <PaneSection title={t('detail.counts')}>
      <p style={{ margin: '0 0 6px' }}>
        {dynamicWords(i18n, `dossiers:counting.${key}`, {
          ...params,
          status: t(`status.${record.status}`).toLowerCase(),
        })}
      </p>
      <ul className={css.counting}>
        {rows.map((row) => (
          <li key={row.objective}>
            <b>{row.objective}</b>
            <span>
              {objectives.find((objective) => objective.id === row.objective)?.title[language]}:{' '}
              <span className={css.role} data-role={row.role ?? 'waiting'}>
                {t(`counting.role.${row.role ?? 'waiting'}`)}
              </span>
              {row.cause && <span className="dim"> – {cause(row.cause)}</span>}
            </span>
          </li>
        ))}
      </ul>
    </PaneSection>
  );
}
