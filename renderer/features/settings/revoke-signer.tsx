import { Button, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { Enrolment } from '#shared/ipc/contract/reports.ts';
import { call } from '../../app/bridge.ts';
import { useKept } from '../../app/kept.ts';
import { useSession } from '../../app/session.ts';
import { useDeed } from '../../app/use-deed.ts';
import { DateField } from '../../ui/date-field.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import classes from './settings.module.css';

/** From a day on, a key speaks for nobody. Asked for once more, because a revocation cannot be taken back. */
export function RevokeSigner({
  enrolment,
  onClose,
  onDone,
}: {
  enrolment: Enrolment;
  onClose: () => void;
  onDone: () => void;
}) {
  const { t } = useTranslation(['settings', 'common']);
  const today = useSession((session) => session.app?.today ?? null);
  const [day, setDay] = useKept<LocalDate | null>('settings.revoke.day', today);
  const { busy, fault, run } = useDeed();

  const revoke = () =>
    run(async () => {
      if (day === null) return;
      await call('trust.revoke', { id: enrolment.id, revokedOn: day });
      onDone();
    });

  return (
    <Modal opened onClose={onClose} title={t('settings:trust.revokeTitle')} size={460}>
      <form
        className={classes.narrow}
        onSubmit={(event) => {
          event.preventDefault();
          void revoke();
        }}
      >
        {fault ? <ErrorNotice fault={fault} /> : null}
        <p className={classes.note}>{t('settings:trust.revokeText', { subject: enrolment.subject })}</p>
        <DateField label={t('settings:trust.revokeDay')} value={day} onChange={setDay} data-autofocus />
        <div className={classes.buttons}>
          <Button
            type="submit"
            color="red"
            loading={busy}
            disabled={day === null}
            rightSection={<Kbd quiet>Enter</Kbd>}
          >
            {t('settings:trust.revokeNow')}
          </Button>
          <Button variant="default" onClick={onClose} rightSection={<Kbd quiet>Esc</Kbd>}>
            {t('common:action.cancel')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
