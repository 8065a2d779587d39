import { PasswordInput, SegmentedControl, TextInput } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readRecoveryKey } from '#shared/access/recovery-key.ts';
import type { RestoreContents, RestoreHead } from '#shared/ipc/contract/backups.ts';
import { call } from '../app/bridge.ts';
import { useDeed } from '../app/use-deed.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { formatInstant } from '../ui/instant.ts';
import classes from './backup.module.css';
import { PersonOfCopy, StepButtons } from './step-buttons.tsx';
import { TaskProgress } from './task-progress.tsx';
import { useTask } from './use-task.ts';

interface Props {
  readonly head: RestoreHead;
  readonly onBack: () => void;
  readonly onOpened: (contents: RestoreContents) => void;
}

/** Step 2: the passphrase of its time, or the recovery sheet. */
export function OpenCopy({ head, onBack, onOpened }: Props) {
  const { t } = useTranslation(['backup', 'access', 'common']);
  const [by, setBy] = useState<'passphrase' | 'recovery'>('passphrase');
  const [login, setLogin] = useState(head.people[0]?.login ?? '');
  const [secret, setSecret] = useState('');
  const [wrongGroup, setWrongGroup] = useState<string | undefined>();
  const field = useRef<HTMLInputElement>(null);
  const task = useTask('restore');
  const { busy, fault, run, forget } = useDeed();
  const refused = fault?.code === 'PASSPHRASE_WRONG' || fault?.code === 'RECOVERY_KEY_WRONG';

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (busy) return;
    const read = by === 'recovery' ? readRecoveryKey(secret) : null;
    if (read !== null && 'fault' in read) {
      setWrongGroup(
        read.fault.kind === 'group'
          ? t('access:recover.group', { group: read.fault.group })
          : t('access:recover.keyHint'),
      );
      field.current?.focus();
      return;
    }
    const done = await run(async () => {
      const contents = await call('restore.unlock', {
        task: task.begin(),
        by:
          read === null
            ? { kind: 'passphrase', login, passphrase: secret }
            : { kind: 'recovery', recoveryKey: read.key },
      });
      onOpened(contents);
    });
    if (done) return;
    task.end();
    field.current?.focus();
  }

  function type(value: string): void {
    setSecret(value);
    setWrongGroup(undefined);
    forget();
  }

  return (
    <form className={classes.column} noValidate onSubmit={(event) => void submit(event)}>
      <p>
        <b>{head.unit.name}</b> · {t('backup:restore.madeAt', { at: formatInstant(head.madeAt) })}
        <br />
        <span className="dim">{head.name}</span>
      </p>
      {fault && !refused ? <ErrorNotice fault={fault} /> : null}
      {head.recoverable ? (
        <SegmentedControl
          aria-label={t('backup:restore.by')}
          value={by}
          onChange={(value) => {
            setBy(value === 'recovery' ? 'recovery' : 'passphrase');
            type('');
          }}
          data={[
            { value: 'passphrase', label: t('backup:restore.byPassphrase') },
            { value: 'recovery', label: t('backup:restore.byRecovery') },
          ]}
        />
      ) : null}
      {by === 'passphrase' ? (
        <>
          <PersonOfCopy people={head.people} value={login} onChange={setLogin} />
          <PasswordInput
            ref={field}
            data-autofocus
            autoFocus
            label={t('backup:restore.passphrase')}
            description={t('backup:restore.passphraseHint')}
            value={secret}
            error={refused ? t('backup:restore.passphraseWrong') : undefined}
            autoComplete="off"
            onChange={(event) => type(event.currentTarget.value)}
          />
        </>
      ) : (
        <TextInput
          ref={field}
          autoFocus
          label={t('access:recover.key')}
          description={t('access:recover.keyHint')}
          value={secret}
          error={wrongGroup ?? (refused ? t('access:recover.other') : undefined)}
          maxLength={80}
          autoComplete="off"
          spellCheck={false}
          classNames={{ input: classes.code ?? '' }}
          onChange={(event) => type(event.currentTarget.value.toUpperCase())}
        />
      )}
      {task.progress ? <TaskProgress task={task} /> : null}
      <StepButtons label={t('backup:restore.look')} busy={busy} onBack={onBack} />
    </form>
  );
}
