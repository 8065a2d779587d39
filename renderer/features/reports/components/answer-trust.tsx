import { Button, Checkbox, Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReceiptEntry } from '#shared/ipc/contract/receiver.ts';
import { call } from '../../../app/bridge.ts';
import { useDeed } from '../../../app/use-deed.ts';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { Fingerprint } from '../../../ui/fingerprint.tsx';
import { showDone } from '../../../ui/toast.tsx';
import css from './answer.module.css';

/** Trusts who signed an answer, for the office it names, once a person says to have compared the fingerprint with it. */
export function AnswerTrust({ answer, onClose }: { readonly answer: ReceiptEntry; onClose(): void }) {
  const { t } = useTranslation('receipts');
  const [compared, setCompared] = useState(false);
  const { busy, fault, run } = useDeed();
  const { receiver, signer, sha256 } = answer;

  const trust = () =>
    run(async () => {
      await call('receipts.trustSigner', { report: sha256, signer: signer.sha256 });
      showDone(t('trust.done', { subject: signer.subject }));
      onClose();
    });

  return (
    <Modal
      opened
      data-help="trust-signer"
      onClose={onClose}
      title={t('trust.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('trust.cancel') }}
    >
      <div className={css.dialog}>
        <p>
          <b>{signer.subject}</b>
          <br />
          {t('trust.text', { name: receiver.name })}
        </p>
        <Fingerprint sha256={signer.sha256} />
        <p>{t('trust.only', receiver)}</p>
        <Checkbox
          data-autofocus
          label={t('trust.compared')}
          checked={compared}
          onChange={(event) => setCompared(event.currentTarget.checked)}
        />
        {fault && <ErrorNotice fault={fault} />}
        <div className={css.buttons}>
          <Button disabled={!compared} loading={busy} onClick={() => void trust()}>
            {t('trust.confirm')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('trust.cancel')}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
