import { Button, Modal, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, type LocalDate } from '#shared/domain/local-date.ts';
import type { ChosenFile } from '#shared/ipc/contract/common.ts';
import type { KeyEntry, SigningKey } from '#shared/ipc/contract/keys.ts';
import { type CallFault, call, toFault } from '../../app/bridge.ts';
import { useKept } from '../../app/kept.ts';
import { useSession } from '../../app/session.ts';
import { SigningForm } from '../../keys/index.ts';
import { DateField } from '../../ui/date-field.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import classes from './settings.module.css';

type Wrong = Readonly<Record<string, string>>;

interface Props {
  /** Keys made by the app. */
  readonly own: readonly KeyEntry[];
  /** The key that leaves, where it is one of them. */
  readonly leaving: KeyEntry | null;
  onClose(): void;
  onDone(saved: ChosenFile): void;
}

/** A leaving key signs that another one takes its place; the note is saved for the receiver. */
export function HandOverDialog({ own, leaving, onClose, onDone }: Props) {
  const { t } = useTranslation(['signing', 'common']);
  const today = useSession((session) => session.app?.today ?? null);
  const others = own.filter(({ id }) => id !== leaving?.id);
  const [successor, setSuccessor] = useKept<number | null>(
    'settings.handOver.successor',
    others.at(-1)?.id ?? null,
  );
  const [file, setFile] = useKept<ChosenFile | null>('settings.handOver.file', null);
  const [lastDay, setLastDay] = useKept<LocalDate | null>('settings.handOver.lastDay', today);
  const [firstDay, setFirstDay] = useKept<LocalDate | null>(
    'settings.handOver.firstDay',
    today && addDays(today, 1),
  );
  const [reason, setReason] = useKept('settings.handOver.reason', '');
  const [wrong, setWrong] = useState<Wrong>({});
  const [fault, setFault] = useState<CallFault | null>(null);

  const chosen = successor !== null ? { keyId: successor } : file && { certificate: file.token };
  const ready = chosen !== null && lastDay !== null && firstDay !== null && reason.trim() !== '';

  function wordsOf(field: string): string | null {
    const code = wrong[field];
    if (code === undefined) return null;
    return t(
      `signing:handOver.wrong.${code === 'past' || code === 'required' || code === 'same' ? code : 'other'}`,
    );
  }

  function forget(...fields: readonly string[]): void {
    setWrong((before) =>
      Object.fromEntries(Object.entries(before).filter(([field]) => !fields.includes(field))),
    );
  }

  async function pick(): Promise<void> {
    setFault(null);
    try {
      const picked = await call('files.pickCertificate', {});
      if (picked) setFile(picked);
      forget('successor');
    } catch (why) {
      setFault(toFault(why));
    }
  }

  async function sign(key: SigningKey): Promise<void> {
    if (chosen === null || lastDay === null || firstDay === null) return;
    setWrong({});
    const target = await call('files.saveAs', {
      proposedName: `${t('signing:handOver.fileName')}.scl-handover`,
      kind: 'scl-handover',
    });
    if (!target) return;
    const { saved } = await call('keys.handOver', {
      key,
      successor: chosen,
      lastDay,
      firstDay,
      reason: reason.trim(),
      target: target.token,
    });
    onDone(saved);
  }

  return (
    <Modal
      opened
      data-help="hand-over"
      onClose={onClose}
      title={t('signing:handOver.title')}
      size={470}
      closeButtonProps={{ 'aria-label': t('common:action.cancel') }}
    >
      <div className={classes.stack}>
        <p className={classes.note}>{t('signing:handOver.text')}</p>
        <SigningForm
          submitLabel={t('signing:handOver.submit')}
          ready={ready}
          kind={leaving === null ? 'token' : null}
          keyId={leaving?.id ?? null}
          canMake={false}
          onSign={sign}
          onFieldFaults={setWrong}
        >
          <NativeSelect
            size="xs"
            label={t('signing:handOver.successor')}
            value={successor === null ? '' : String(successor)}
            error={wordsOf('successor')}
            data={[
              ...others.map(({ id, subject, fingerprint }) => ({
                value: String(id),
                label: `${subject} · ${fingerprint.slice(0, 4).toUpperCase()} ${fingerprint.slice(4, 8).toUpperCase()}…`,
              })),
              { value: '', label: t('signing:handOver.fromFile') },
            ]}
            onChange={(event) => {
              setSuccessor(event.currentTarget.value === '' ? null : Number(event.currentTarget.value));
              forget('successor');
            }}
            data-autofocus
          />
          {successor === null && (
            <div className={classes.buttons}>
              <Button variant="default" onClick={() => void pick()}>
                {t('signing:handOver.pick')}
              </Button>
              <span>{file ? t('signing:handOver.picked', { name: file.name }) : ''}</span>
            </div>
          )}
          {fault && <ErrorNotice fault={fault} />}
          <div className={classes.grid}>
            <DateField
              label={t('signing:handOver.lastDay')}
              value={lastDay}
              error={wordsOf('lastDay')}
              onChange={(day) => {
                // The new key follows on the next day until somebody says another.
                if (day !== null && lastDay !== null && firstDay === addDays(lastDay, 1))
                  setFirstDay(addDays(day, 1));
                setLastDay(day);
                forget('lastDay', 'firstDay');
              }}
            />
            <DateField
              label={t('signing:handOver.firstDay')}
              value={firstDay}
              base={lastDay}
              error={wordsOf('firstDay')}
              onChange={(day) => {
                setFirstDay(day);
                forget('firstDay');
              }}
            />
          </div>
          <TextInput
            label={t('signing:handOver.reason')}
            description={t('signing:handOver.reasonHint')}
            value={reason}
            maxLength={500}
            error={wordsOf('reason')}
            onChange={(event) => {
              setReason(event.currentTarget.value);
              forget('reason');
            }}
          />
        </SigningForm>
      </div>
    </Modal>
  );
}
