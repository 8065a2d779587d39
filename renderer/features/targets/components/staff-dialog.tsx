import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ledgerOf } from '#shared/domain/ledgers/registry.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { StoredEntry } from '#shared/ipc/contract/ledgers.ts';
import { type CallFault, toFault } from '../../../app/bridge.ts';
import { callWithReason } from '../../../app/closed-reason.ts';
import { useKept } from '../../../app/kept.ts';
import { useSession } from '../../../app/session.ts';
import { useFormat } from '../../../app/words.ts';
import { useLedgerWords } from '../../../ledgers/words.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import { showDone, showFault, showUndoable } from '../../../ui/toast.tsx';
import { useAllEntries } from '../hooks/use-all-entries.ts';
import { type Person, staffToTell } from '../model/subject-sums.ts';

const EVERYTHING = {};

/** Puts everybody in post on the list of a subject; one undo takes all of them off again. */
export function StaffDialog({
  subject: first,
  told,
  onClose,
}: {
  readonly subject: string;
  readonly told: readonly StoredEntry[];
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['targets', 'common']);
  const format = useFormat();
  const words = useLedgerWords();
  const today = useSession((session) => session.app?.today ?? null);
  const staff = useAllEntries('staff', EVERYTHING);
  const [subject, setSubject] = useKept('targets.communication.subject', first);
  const [form, setForm] = useKept('targets.communication.form', 'meeting');
  const [toldOn, setToldOn] = useKept<LocalDate | null>('targets.communication.toldOn', today);
  const [done, setDone] = useState<number | null>(null);
  const [fault, setFault] = useState<CallFault | null>(staff.fault);
  const people =
    staff.entries === null || toldOn === null ? [] : staffToTell(staff.entries, told, subject, toldOn);

  async function add(): Promise<void> {
    if (toldOn === null || people.length === 0) return;
    setFault(null);
    setDone(0);
    const deeds: number[] = [];
    try {
      for (const person of people) {
        const { changeSet } = await callWithReason('ledgers.save', {
          ledger: 'communications',
          id: null,
          version: null,
          record: recordOf(person, { subject: subject.trim(), form, toldOn }),
          reason: null,
        });
        if (changeSet !== null) deeds.push(changeSet);
        setDone(deeds.length);
      }
      onClose();
    } catch (reason) {
      const failed = toFault(reason);
      if (failed.code !== 'CANCELLED') setFault(failed);
    } finally {
      setDone(null);
      if (deeds.length > 0)
        showUndoable(
          t('targets:communication.staff.added', { n: format.count(deeds.length) }),
          t('common:action.undo'),
          () => void undo(deeds),
        );
    }
  }
  async function undo(deeds: readonly number[]): Promise<void> {
    try {
      for (const changeSet of deeds.toReversed()) await callWithReason('ledgers.undo', { changeSet });
      showDone(t('targets:communication.staff.undone', { n: format.count(deeds.length) }));
    } catch (reason) {
      showFault(toFault(reason));
    }
  }

  const forms = Object.keys(ledgerOf('communications').fields.form?.choices ?? {});
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('targets:communication.staff.title')}
      size={520}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <Stack gap={10}>
          <TextInput
            data-autofocus
            label={t('targets:communication.staff.subject')}
            value={subject}
            maxLength={300}
            onChange={(event) => setSubject(event.currentTarget.value)}
            withAsterisk
          />
          <Group grow gap={10} align="flex-start">
            <Select
              label={t('targets:communication.staff.form')}
              value={form}
              data={forms.map((value) => ({ value, label: words.choice('communications', 'form', value) }))}
              onChange={(value) => setForm(value ?? 'meeting')}
            />
            <DateField
              label={t('targets:communication.staff.toldOn')}
              value={toldOn}
              onChange={setToldOn}
              withAsterisk
            />
          </Group>
          {fault ? <ErrorNotice fault={fault} /> : null}
          {done === null ? (
            <p className="dim" style={{ margin: 0 }}>
              {staff.entries?.length === 0
                ? t('targets:communication.staff.noStaff')
                : people.length === 0
                  ? t('targets:communication.staff.nobody')
                  : t('targets:communication.staff.who', {
                      count: people.length,
                      n: format.count(people.length),
                    })}
            </p>
          ) : (
            <ProgressBar label={t('targets:communication.staff.adding')} done={done} total={people.length} />
          )}
          <Group gap={8}>
            <Button
              type="submit"
              disabled={people.length === 0 || subject.trim() === '' || toldOn === null || done !== null}
            >
              {t('targets:communication.staff.add', { n: format.count(people.length) })}
            </Button>
            <Button variant="default" onClick={onClose}>
              {t('common:action.cancel')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function recordOf(
  { name, post }: Person,
  said: { readonly subject: string; readonly form: string; readonly toldOn: LocalDate },
) {
  return { name, post: post === '' ? null : post, ...said, acknowledgedOn: null, note: null };
}
