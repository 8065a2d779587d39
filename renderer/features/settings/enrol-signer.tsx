import { Button, Checkbox, Modal, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { ChosenFile } from '#shared/ipc/contract/common.ts';
import { type CallFault, call } from '../../app/bridge.ts';
import { useKept } from '../../app/kept.ts';
import { useDeed } from '../../app/use-deed.ts';
import { useQuery } from '../../app/use-query.ts';
import { DateField } from '../../ui/date-field.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Fingerprint } from '../../ui/fingerprint.tsx';
import classes from './settings.module.css';

/** Enrols a certificate once its fingerprint was compared: for which unit it may speak, and from when to when. */
export function EnrolSigner({
  certificate,
  onClose,
  onDone,
}: {
  certificate: ChosenFile;
  onClose: () => void;
  onDone: () => void;
}) {
  const { t } = useTranslation(['settings', 'common']);
  const read = useQuery('trust.readCertificate', { certificate: certificate.token });
  const [compared, setCompared] = useKept('settings.enrol.compared', false);
  const [unitCode, setUnitCode] = useKept('settings.enrol.unitCode', '');
  const [from, setFrom] = useKept<LocalDate | null>('settings.enrol.from', null);
  const [to, setTo] = useKept<LocalDate | null>('settings.enrol.to', null);
  const { busy, fault, run } = useDeed();
  const reversed = from !== null && to !== null && from > to;

  const enrol = () =>
    run(async () => {
      await call('trust.add', {
        certificate: certificate.token,
        unitCode: unitCode.trim() === '' ? null : unitCode.trim(),
        from,
        to,
      });
      onDone();
    });

  return (
    <Modal opened data-help="trust-signer" onClose={onClose} title={t('settings:trust.addTitle')} size={460}>
      <form
        className={classes.narrow}
        onSubmit={(event) => {
          event.preventDefault();
          if (!reversed && compared) void enrol();
        }}
      >
        {(fault ?? read.fault) ? <ErrorNotice fault={(fault ?? read.fault) as CallFault} /> : null}
        <p className={classes.note}>{t('settings:trust.file', { name: certificate.name })}</p>
        {read.data ? (
          <dl className={classes.certificate}>
            <dt>{t('settings:trust.subject')}</dt>
            <dd>{read.data.subject}</dd>
            <dt>{t('settings:trust.fingerprint')}</dt>
            <dd>
              <Fingerprint sha256={read.data.fingerprint} />
            </dd>
          </dl>
        ) : null}
        <TextInput
          label={t('settings:trust.unitCode')}
          description={t('settings:trust.unitHint')}
          maxLength={20}
          value={unitCode}
          onChange={(event) => setUnitCode(event.currentTarget.value)}
          data-autofocus
        />
        <DateField label={t('settings:trust.from')} value={from} onChange={setFrom} />
        <DateField
          label={t('settings:trust.to')}
          value={to}
          onChange={setTo}
          base={from}
          error={reversed ? t('settings:trust.reversed') : undefined}
        />
        <Checkbox
          label={t('settings:trust.compared')}
          checked={compared}
          disabled={!read.data}
          onChange={(event) => setCompared(event.currentTarget.checked)}
        />
        <div className={classes.buttons}>
          <Button type="submit" loading={busy} disabled={reversed || !compared}>
            {t('settings:trust.submit')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('common:action.cancel')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
