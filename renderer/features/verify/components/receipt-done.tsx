import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#shared/ipc/contract.ts';
import { type CallFault, call, toFault } from '../../../app/bridge.ts';
import { ReasonList } from '../../../receipts/index.ts';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { Kbd } from '../../../ui/kbd.tsx';
import { SpokenCode } from '../../../ui/spoken-code.tsx';
import css from './receipt.module.css';

/** An answer just signed: where its file is, and the code to be read over the phone. */
export function ReceiptDone({
  issued: { receipt, saved },
  onClose,
}: {
  readonly issued: Output<'receipts.issue'>;
  onClose(): void;
}) {
  const { t } = useTranslation('receipts');
  const [fault, setFault] = useState<CallFault | null>(null);
  const reveal = (token: string) =>
    void call('files.reveal', { token }).catch((reason: unknown) => setFault(toFault(reason)));
  return (
    <div className={css.compose}>
      {saved && (
        <p className={css.saved} role="status">
          <span aria-hidden="true">✓ </span>
          {t('give.saved', { name: saved.name, unit: receipt.unit.name })}
        </p>
      )}
      {receipt.reasons.length > 0 && <ReasonList reasons={receipt.reasons} />}
      <div className={css.spoken}>
        <h3>{t('code')}</h3>
        <div className={css.spokenLine}>
          <SpokenCode code={receipt.code} label={t('code')} />
          <CopyButton text={receipt.code} label={t('copyCode')} />
        </div>
        <p className="dim">{t('give.readOut')}</p>
      </div>
      {fault && <ErrorNotice fault={fault} />}
      <div className={css.buttons}>
        <Button data-autofocus autoFocus onClick={onClose} rightSection={<Kbd quiet>Enter</Kbd>}>
          {t('give.close')}
        </Button>
        {saved && (
          <Button variant="default" onClick={() => reveal(saved.token)}>
            {t('give.reveal')}
          </Button>
        )}
      </div>
    </div>
  );
}
