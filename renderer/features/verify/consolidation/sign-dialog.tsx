import '../../../app/all-styles.ts';
import { Button, Modal, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { periodTitle } from '#shared/i18n/period-words.ts';
import type { ChosenFile } from '#shared/ipc/contract/common.ts';
import type { SigningKey } from '#shared/ipc/contract/keys.ts';
import type { ReceiverTable } from '#shared/ipc/contract/receiver.ts';
import { call, toFault } from '../../../app/bridge.ts';
import { useKept } from '../../../app/kept.ts';
import { newTask } from '../../../app/new-task.ts';
import { useMay } from '../../../app/use-may.ts';
import { useQuery } from '../../../app/use-query.ts';
import { useFormat } from '../../../app/words.ts';
import { SigningForm } from '../../../keys/index.ts';
import { PagePreview } from '../../../printing/page-preview.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { Fingerprint } from '../../../ui/fingerprint.tsx';
import { showFault } from '../../../ui/toast.tsx';
import { checkFiles } from '../store.ts';
import css from './consolidation.module.css';
import { showPart } from './part.ts';
import { gatheringInput } from './store.ts';

interface Props {
  readonly period: string;
  readonly table: ReceiverTable;
  onClose(): void;
}

/** The consolidated report before it is signed: its very pages beside number, date and key; then the file that was made. */
export function SignDialog({ period, table, onClose }: Props) {
  const { t } = useTranslation(['gathering', 'common']);
  const { language } = useFormat();
  const maySign = useMay('sign');
  const [number, setNumber] = useKept('gathering.sign.number', '');
  /** The number as the page shows it: when the field is left. */
  const [shownNumber, setShownNumber] = useState<string | null>(null);
  const [date, setDate] = useKept<LocalDate | null>('gathering.sign.date', null);
  const [made, setMade] = useState<{ readonly saved: ChosenFile; readonly sha256: string } | null>(null);
  const [task] = useState(() => newTask('gather'));
  const [input] = useState(() => gatheringInput(period, task));
  const listed = table.unitsFrom === 'list';
  const pages = useQuery(
    'receiver.preview',
    listed && made === null ? { ...input, number: shownNumber, date } : null,
  );
  // Drawing takes as long as the check did: whoever leaves does not wait for it.
  useEffect(() => () => void call('tasks.cancel', { task }).catch(() => undefined), [task]);

  const sign = async (key: SigningKey) => {
    const code = (await call('settings.get', {})).profile.unit.code;
    const proposedName = `${t('signedName', { code, period })}.pdf`;
    const target = await call('files.saveAs', { proposedName, kind: 'pdf' });
    if (!target) return;
    const { saved, sha256 } = await call('receiver.sign', {
      ...input,
      task: newTask('gather'),
      target: target.token,
      key,
      number: number.trim() === '' ? null : number.trim(),
      date,
    });
    setMade({ saved, sha256 });
  };
  const blocked = !listed ? t('listHint.none') : maySign ? null : t('signing.forbidden');

  return (
    <Modal
      opened
      data-help="consolidated"
      onClose={onClose}
      size="min(1240px, 97vw)"
      title={t('signing.title', { period: periodTitle(period, language) })}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
      classNames={{ body: css.signBody ?? '' }}
    >
      {made ? (
        <div className={css.made} role="status">
          <h3>
            <span aria-hidden="true">✓ </span>
            {t('signing.done', { name: made.saved.name })}
          </h3>
          <p>{t('signing.doneText')}</p>
          <Fingerprint sha256={made.sha256} />
          <div className={css.buttons}>
            <Button
              autoFocus
              onClick={() => {
                showPart('single');
                void checkFiles([made.saved]);
                onClose();
              }}
            >
              {t('signing.check')}
            </Button>
            <Button
              variant="default"
              onClick={() => {
                call('files.reveal', { token: made.saved.token }).catch((reason: unknown) =>
                  showFault(toFault(reason)),
                );
              }}
            >
              {t('reveal')}
            </Button>
          </div>
        </div>
      ) : (
        <>
          <div className={css.signPages}>
            <PagePreview
              pdf={pages.data?.pdf ?? null}
              label={t('signing.page')}
              loading={pages.loading}
              fault={pages.fault}
              onRetry={pages.refresh}
            />
          </div>
          <div className={css.signForm}>
            <SigningForm submitLabel={t('signing.submit')} blocked={blocked} onSign={sign}>
              <TextInput
                data-autofocus
                label={t('signing.number')}
                description={t('signing.numberHint')}
                maxLength={60}
                value={number}
                onChange={(event) => setNumber(event.currentTarget.value)}
                onBlur={() => setShownNumber(number.trim() === '' ? null : number.trim())}
              />
              <DateField label={t('signing.date')} value={date} onChange={setDate} />
            </SigningForm>
          </div>
        </>
      )}
    </Modal>
  );
}
