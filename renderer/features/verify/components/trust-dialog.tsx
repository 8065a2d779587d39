import { Button, Checkbox, Modal, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChosenFile } from '#shared/ipc/contract/common.ts';
import type { VerifyResult } from '#shared/ipc/contract/reports.ts';
import { call } from '../../../app/bridge.ts';
import { useDeed } from '../../../app/use-deed.ts';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { Fingerprint } from '../../../ui/fingerprint.tsx';
import { showDone } from '../../../ui/toast.tsx';
import css from '../verify.module.css';

interface Props {
  readonly file: ChosenFile;
  readonly signer: NonNullable<VerifyResult['signer']>;
  /** The signer of something that was added after the report was signed, not of the report itself. */
  readonly addition?: boolean;
  readonly unit: { readonly code: string; readonly name: string } | null;
  onClose(): void;
  onTrusted(): void;
}

/** Trusts the signer of a file, once a person says to have compared the fingerprint with the unit. */
export function TrustDialog({ file, signer, addition = false, unit, onClose, onTrusted }: Props) {
  const { t } = useTranslation('verifyScreen');
  const [compared, setCompared] = useState(false);
  const [onlyUnit, setOnlyUnit] = useState(unit !== null);
  const { busy, fault, run } = useDeed();

  const trust = () =>
    run(async () => {
      await call('trust.addSigner', {
        file: file.token,
        unitCode: onlyUnit && unit ? unit.code : null,
        ...(addition ? { addition: signer.sha256 } : {}),
      });
      showDone(t('trust.done', { subject: signer.subject }));
      onTrusted();
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
      <p className={css.dialogText}>
        <b>{signer.subject}</b>
        <br />
        {t('trust.text')}
      </p>
      <h3 className={css.dialogHead}>{t('trust.fingerprint')}</h3>
      <Fingerprint sha256={signer.sha256} />
      <NativeSelect
        mt={12}
        size="xs"
        label={t('trust.unit')}
        value={onlyUnit ? 'unit' : 'any'}
        data={[
          ...(unit ? [{ value: 'unit', label: `${unit.name} (${unit.code})` }] : []),
          { value: 'any', label: t('trust.anyUnit') },
        ]}
        onChange={(event) => setOnlyUnit(event.currentTarget.value === 'unit')}
      />
      <Checkbox
        mt={12}
        label={t('trust.compared')}
        checked={compared}
        onChange={(event) => setCompared(event.currentTarget.checked)}
      />
      {fault && <ErrorNotice fault={fault} />}
      <div className={css.dialogButtons}>
        <Button disabled={!compared} loading={busy} onClick={() => void trust()}>
          {t('trust.confirm')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('trust.cancel')}
        </Button>
      </div>
    </Modal>
  );
}
