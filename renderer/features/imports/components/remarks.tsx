import { useTranslation } from 'react-i18next';
import type { CellRemark } from '#shared/ipc/contract/imports.ts';
import { useFormat } from '../../../app/words.ts';
import css from '../imports.module.css';

/** Remarks that make no row bad, counted by kind, each with an example. */
export function Remarks({
  counts,
  samples,
}: {
  readonly counts: Readonly<Record<string, number>>;
  readonly samples: readonly CellRemark[];
}) {
  const { t, i18n } = useTranslation('imports');
  const format = useFormat();
  const kinds = Object.entries(counts).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return (
    <div className={css.remarks}>
      <p className="dim">{t('preview.remarksLead')}</p>
      <ul>
        {kinds.map(([code, count]) => {
          const sample = samples.find((one) => one.code === code);
          return (
            <li key={code}>
              <b className="num">{t('preview.remarkCount', { n: format.count(count) })}</b>
              <span>
                {i18n.exists(`imports:codes.${code}`)
                  ? t(`codes.${code as 'other'}`)
                  : (sample?.message ?? code)}
                {sample && (
                  <span className="dim">
                    {' '}
                    (
                    {t('preview.remarkExample', { row: format.count(sample.row), value: sample.value ?? '' })}
                    )
                  </span>
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
