import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMayCorrect } from '../../../app/closed-reason.ts';
import { useFormat } from '../../../app/words.ts';
import { showPreview } from '../actions.ts';
import css from '../imports.module.css';

interface Props {
  /** Rows that are bad because they would change signed figures. */
  readonly refused: number;
  /** The reason for which such rows are taken; empty: they are not. */
  readonly reason: string;
  readonly busy: boolean;
}

/** Rows that would change figures of a signed report: taken only for a reason, by whoever may correct such figures. */
export function ClosedRows({ refused, reason, busy }: Props) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const may = useMayCorrect();
  const [written, setWritten] = useState(reason);
  const given = written.trim();
  if (reason !== '')
    return (
      <div className={`${css.finding} ${css.closed}`}>
        <p>{t('preview.closedTaken', { reason })}</p>
        <Button
          variant="default"
          size="compact-sm"
          disabled={busy}
          onClick={() => void showPreview({ reason: null })}
        >
          {t('preview.closedLeave')}
        </Button>
      </div>
    );
  if (refused === 0) return null;
  return (
    <form
      className={`${css.finding} ${css.closed}`}
      onKeyDown={(event) => {
        // Ctrl+Enter would import without the rows that the reason is being written for.
        if (!event.ctrlKey || event.key !== 'Enter' || given === '') return;
        event.preventDefault();
        event.stopPropagation();
        event.currentTarget.requestSubmit();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy && given !== '') void showPreview({ reason: given });
      }}
    >
      <p>
        {t('preview.closed', { n: format.count(refused) })} {!may && t('preview.closedNotYours')}
      </p>
      {may && (
        <>
          <TextInput
            className={css.closedReason ?? ''}
            label={t('preview.closedReason')}
            description={t('preview.closedHint')}
            value={written}
            maxLength={500}
            onChange={(event) => setWritten(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" disabled={busy || given === ''}>
            {t('preview.closedTake')}
          </Button>
        </>
      )}
    </form>
  );
}
