import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChosenFile } from '#shared/ipc/contract/common.ts';
import type { VerifyAddition } from '#shared/ipc/contract/reports.ts';
import css from '../verify.module.css';
import { TrustDialog } from './trust-dialog.tsx';

const LOOK = {
  trusted: { mark: '✓', tone: 'met' },
  unknown: { mark: '?', tone: 'attention' },
  refused: { mark: '✕', tone: 'missed' },
  broken: { mark: '✕', tone: 'missed' },
  none: { mark: '–', tone: undefined },
} as const;

type Signer = NonNullable<VerifyAddition['signer']>;

interface Props {
  readonly additions: readonly VerifyAddition[];
  readonly file: ChosenFile;
  /** The unit of the report; null where nobody can be enrolled by this file. */
  readonly unit: { readonly code: string; readonly name: string } | null;
  onTrusted(): void;
}

/**
 * What other programs added to the file after the report was signed: each with who vouches for it, and those nobody
 * has enrolled yet with a way to do so.
 */
export function AddedAfter({ additions, file, unit, onTrusted }: Props) {
  const { t } = useTranslation('verifyScreen');
  const [trusting, setTrusting] = useState<Signer | null>(null);
  const strangers = additions.flatMap(({ kind, standing, signer }) =>
    kind === 'signature' && standing === 'unknown' && signer !== null ? [signer] : [],
  );
  const unknown = strangers.filter(
    ({ sha256 }, at) => strangers.findIndex((one) => one.sha256 === sha256) === at,
  );
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
      {unit !== null &&
        unknown.map((signer) => (
          <Button key={signer.sha256} mt={8} variant="default" onClick={() => setTrusting(signer)}>
            {t('added.trust', { subject: signer.subject })}
          </Button>
        ))}
      {trusting && (
        <TrustDialog
          file={file}
          signer={trusting}
          addition
          unit={unit === null ? null : { code: unit.code, name: unit.name }}
          onClose={() => setTrusting(null)}
          onTrusted={() => {
            setTrusting(null);
            onTrusted();
          }}
        />
      )}
    </div>
  );
}
