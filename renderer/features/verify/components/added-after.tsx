import { useTranslation } from 'react-i18next';
import type { VerifyAddition } from '#shared/ipc/contract/reports.ts';
import css from '../verify.module.css';

const LOOK = {
  trusted: { mark: '✓', tone: 'met' },
  unknown: { mark: '?', tone: 'attention' },
  refused: { mark: '✕', tone: 'missed' },
  broken: { mark: '✕', tone: 'missed' },
  none: { mark: '–', tone: undefined },
} as const;

/** What other programs added to the file after the report was signed: each with who vouches for it. */
export function AddedAfter({ additions }: { readonly additions: readonly VerifyAddition[] }) {
  const { t } = useTranslation('verifyScreen');
  return (
    <div className={css.added}>
      <h3>{t('added.title')}</h3>
      <p className="dim">{t('added.note')}</p>
      <ul>
        {additions.map((addition, at) => {
          const standing = addition.standing ?? 'none';
          const look = LOOK[standing];
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list of one file never changes
            <li key={at}>
              <span className={css.addedMark} data-tone={look.tone} title={t(`added.mark.${standing}`)}>
                <span aria-hidden="true">{look.mark}</span>
              </span>
              <span>{addition.message}</span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
