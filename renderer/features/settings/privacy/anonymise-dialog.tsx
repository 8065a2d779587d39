import { Button, Modal, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Output } from '#shared/ipc/contract.ts';
import { useKept } from '../../../app/kept.ts';
import { useDeed } from '../../../app/use-deed.ts';
import { useFormat } from '../../../app/words.ts';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { Kbd } from '../../../ui/kbd.tsx';
import { showDone } from '../../../ui/toast.tsx';
import classes from './privacy.module.css';
import { useReasonFault } from './use-reason-fault.ts';

type Done = Output<'privacy.anonymise'>;

interface Props {
  /** Under which name the dialog is kept for its person. */
  readonly kept: string;
  readonly count: number;
  /** The reason typed so far. */
  readonly reason: string;
  readonly anonymise: (reason: string) => Promise<Done>;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** The one deed here that cannot be taken back is said to be that before it is done. */
export function AnonymiseDialog({ kept, count, reason: typed, anonymise, onClose, onDone }: Props) {
  const { t } = useTranslation(['privacy', 'common']);
  const format = useFormat();
  const [reason, setReason] = useKept(`${kept}.reason`, typed);
  const { busy, fault, run } = useDeed();
  const reasonFault = useReasonFault(fault);
  const submit = () =>
    run(async () => {
      const { records, remnants, purged } = await anonymise(reason);
      const done = t('anonymise.done', { records: format.count(records), remnants: format.count(remnants) });
      showDone(purged ? done : `${done} ${t('anonymise.notPurged')}`);
      onDone();
    });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('anonymise.title', { n: format.count(count) })}
      size={520}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <form
        className={classes.dialog}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (reason.trim() !== '') void submit();
        }}
      >
        {fault && reasonFault === null ? <ErrorNotice fault={fault} /> : null}
        <p className={classes.text}>{t('anonymise.what')}</p>
        <p className={classes.final}>{t('anonymise.final')}</p>
        <TextInput
          label={t('reason.label')}
          description={t('reason.note')}
          withAsterisk
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={reasonFault}
          data-autofocus
        />
        <div className={classes.buttons}>
          <Button
            type="submit"
            color="red"
            loading={busy}
            disabled={reason.trim() === ''}
            rightSection={<Kbd quiet>Enter</Kbd>}
          >
            {t('anonymise.confirm')}
          </Button>
          <Button variant="default" onClick={onClose} rightSection={<Kbd quiet>Esc</Kbd>}>
            {t('common:action.cancel')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
