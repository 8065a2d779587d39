import { useTranslation } from 'react-i18next';
import type { ChangeEntry } from '#shared/ipc/contract/dossiers.ts';
import { CorrectedPeriods } from '../../../ui/corrected-periods.tsx';
import { formatInstant } from '../../../ui/instant.ts';
import css from '../dossiers.module.css';
import { fieldText } from '../model/field-text.ts';

/** Every change of a dossier: who, when, from what to what, by which import; newest first. */
export function DossierHistory({ history }: { readonly history: readonly ChangeEntry[] }) {
  const { t } = useTranslation('dossiers');
  const newestFirst = [...history].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  return (
    <div className={css.section}>
      <h3>{t('detail.history')}</h3>
      {newestFirst.length === 0 && <p className="dim">{t('detail.noHistory')}</p>}
      <ol className={css.history}>
        {newestFirst.map((entry, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: entries have no identity of their own and never reorder
          <li key={at}>
            <b>{t(`history.${entry.kind}`)}</b>
            {entry.importId !== null && ` · ${t('history.byImport', { id: entry.importId })}`}
            <span className={css.when}>
              {' '}
              · {entry.user} · {formatInstant(entry.at)}
            </span>
            {entry.reason && <div>{t('history.reason', { reason: entry.reason })}</div>}
            <CorrectedPeriods periods={entry.corrects} />
            {entry.fields.length > 0 && (
              <ul>
                {entry.fields.map((change) => (
                  <li key={change.field}>
                    {t(`fields.${change.field}`)}:{' '}
                    <del>{fieldText(t, change.field, change.from) ?? t('history.empty')}</del> →{' '}
                    <span style={{ color: 'var(--ink)' }}>
                      {fieldText(t, change.field, change.to) ?? t('history.empty')}
                    </span>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}
