import { Button, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { periodTitle } from '#shared/i18n/period-words.ts';
import { choosePeriod } from '../../../app/navigation.ts';
import { useQuery } from '../../../app/use-query.ts';
import { useFormat } from '../../../app/words.ts';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { typedCode } from '../model/typed-code.ts';
import css from './answer.module.css';

/** Eight digits heard over the phone: which report and which answer they stand for; answered as soon as all are typed. */
export function CodeDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation('receipts');
  const { language } = useFormat();
  const [typed, setTyped] = useState('');
  const code = typedCode(typed);
  const found = useQuery('receipts.byCode', code.digits === null ? null : { code: code.digits });
  const match = found.data?.match ?? null;
  const misheard = found.data !== null && !found.data.wellFormed;
  const error =
    code.fault === 'letters' || code.fault === 'tooMany'
      ? t(`spoken.${code.fault}`, { n: code.by })
      : misheard
        ? t('spoken.misheard')
        : null;
  return (
    <Modal
      opened
      data-help="phone-code"
      onClose={onClose}
      title={t('spoken.title')}
      size={560}
      closeButtonProps={{ 'aria-label': t('spoken.close') }}
    >
      <div className={css.dialog}>
        <TextInput
          data-autofocus
          label={t('spoken.field')}
          description={t('spoken.hint')}
          classNames={{ input: css.spokenField ?? '' }}
          inputMode="numeric"
          autoComplete="off"
          maxLength={40}
          value={typed}
          error={error}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <div className={css.found} role="status">
          {code.fault === 'few' && typed.trim() !== '' && (
            <p className="dim">{t('spoken.more', { n: code.by })}</p>
          )}
          {found.data?.wellFormed && match === null && <p>{t('spoken.noMatch')}</p>}
          {match && (
            <>
              <p>
                {t('spoken.match', {
                  which: t('which', { period: periodTitle(match.period, language), n: match.revision }),
                  id: match.reportId,
                })}
              </p>
              <p className={css.verdict} data-tone={match.verdict === 'accepted' ? 'met' : 'missed'}>
                <span aria-hidden="true">{match.verdict === 'accepted' ? '✓ ' : '↩ '}</span>
                {t(`verdict.${match.verdict}`)}
              </p>
            </>
          )}
        </div>
        {found.fault && <ErrorNotice fault={found.fault} onRetry={found.refresh} />}
        <p className={css.proves}>{t('spoken.proves')}</p>
        <div className={css.buttons}>
          {match && (
            <Button
              variant="default"
              onClick={() => {
                choosePeriod(match.period);
                onClose();
              }}
            >
              {t('spoken.see')}
            </Button>
          )}
          <Button variant="default" onClick={onClose}>
            {t('spoken.close')}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
