import { Button, PasswordInput, Select } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../app/bridge.ts';
import { useDeed } from '../../../app/use-deed.ts';
import { useTask } from '../../../backup/use-task.ts';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { Kbd } from '../../../ui/kbd.tsx';
import { LinkButton } from '../../../ui/link-button.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import classes from './merge.module.css';
import type { ChosenBook } from './store.ts';

interface Props {
  readonly chosen: ChosenBook;
  readonly onClose: () => void;
  readonly onOpened: () => void;
}

/** Opens a book by the passphrase of one of its people, or by its recovery sheet. */
export function OpenSource({ chosen: { file, head }, onClose, onOpened }: Props) {
  const { t } = useTranslation(['merge', 'access']);
  const [login, setLogin] = useState(head.people[0]?.login ?? '');
  const [secret, setSecret] = useState('');
  const [bySheet, setBySheet] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const task = useTask('merge');
  const { busy, fault, run, forget } = useDeed();
  const refused = fault?.code === 'PASSPHRASE_WRONG' || fault?.code === 'RECOVERY_KEY_WRONG';
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const done = await run(async () => {
      await call('merge.open', {
        file: file.token,
        by: bySheet
          ? { kind: 'recovery', recoveryKey: secret }
          : { kind: 'passphrase', login, passphrase: secret },
        task: task.begin(),
      });
    });
    task.end();
    if (done) onOpened();
    else field.current?.focus();
  };
  return (
    <form className={classes.column} noValidate onSubmit={(event) => void submit(event)}>
      <p>
        <b>{head.unit?.name ?? head.name}</b> {head.unit ? <span className="dim">{head.name}</span> : null}
      </p>
      {fault && !refused ? <ErrorNotice fault={fault} /> : null}
      <div className={classes.open} data-sheet={bySheet || undefined}>
        {bySheet ? null : (
          <Select
            label={t('merge:sources.who')}
            data={head.people.map((person) => ({ value: person.login, label: person.name }))}
            value={login}
            allowDeselect={false}
            onChange={(chosen) => setLogin(chosen ?? '')}
          />
        )}
        <PasswordInput
          ref={field}
          autoFocus
          label={t(bySheet ? 'merge:sources.recovery' : 'merge:sources.passphrase')}
          description={bySheet ? t('access:recover.keyHint') : undefined}
          autoComplete="off"
          value={secret}
          error={refused ? t('merge:sources.wrong') : undefined}
          onChange={(event) => {
            setSecret(event.currentTarget.value);
            forget();
          }}
        />
        <Button type="submit" loading={busy} rightSection={<Kbd quiet>Enter</Kbd>}>
          {t('merge:sources.open')}
        </Button>
        <Button variant="default" disabled={busy} onClick={onClose}>
          {t('merge:sources.cancel')}
        </Button>
      </div>
      {head.recoverable ? (
        <span>
          <LinkButton
            onClick={() => {
              setBySheet(!bySheet);
              setSecret('');
              forget();
              field.current?.focus();
            }}
          >
            {t(bySheet ? 'merge:sources.byPassphrase' : 'merge:sources.byRecovery')}
          </LinkButton>
        </span>
      ) : null}
      {task.progress ? (
        <ProgressBar
          label={t('merge:sources.opening')}
          done={task.progress.done}
          total={task.progress.total}
          onCancel={task.cancel}
          cancelling={task.cancelling}
        />
      ) : null}
    </form>
  );
}
