import { Button, Modal, Select, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role } from '#shared/domain/unit.ts';
import type { AccessState } from '#shared/ipc/contract/access.ts';
import { ROLES } from '#shared/ipc/contract/app.ts';
import { NewPassphraseFields, useNewPassphrase } from '../../../access/new-passphrase.tsx';
import { proposeLogin } from '../../../access/propose-login.ts';
import { call } from '../../../app/bridge.ts';
import { useKept } from '../../../app/kept.ts';
import { useDeed } from '../../../app/use-deed.ts';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { Kbd } from '../../../ui/kbd.tsx';
import { showDone } from '../../../ui/toast.tsx';
import classes from '../settings.module.css';

interface Props {
  /** Somebody who is in the book and has no passphrase; null: somebody new. */
  readonly person: AccessState['people'][number] | null;
  onClose(): void;
}

/** Lets somebody in: who they are, and a first passphrase that is told to them in person. */
export function AdmitDialog({ person, onClose }: Props) {
  const { t } = useTranslation(['access', 'common']);
  const [name, setName] = useKept('settings.admit.name', person?.name ?? '');
  const [login, setLogin] = useKept<string | null>('settings.admit.login', person?.login ?? null);
  const [role, setRole] = useKept<Role>('settings.admit.role', person?.role ?? 'clerk');
  const [missing, setMissing] = useState(false);
  const passphrase = useNewPassphrase();
  const { busy, fault, run, forget } = useDeed();
  const shownLogin = login ?? proposeLogin(name);
  const taken = fault?.fieldErrors?.login === 'duplicate';

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    forget();
    if (name.trim() === '' || shownLogin === '') return setMissing(true);
    if (!passphrase.check()) return;
    const input = { login: shownLogin, name: name.trim(), role, passphrase: passphrase.value };
    const done = await run(async () => {
      await call('access.admit', input);
      showDone(t('access:people.added', { name: input.name }));
    });
    if (done) onClose();
  }

  return (
    <Modal
      opened
      data-help="people"
      onClose={onClose}
      size={460}
      title={person ? t('access:people.admitTitle', { name: person.name }) : t('access:people.addTitle')}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <form className={classes.narrow} noValidate onSubmit={(event) => void submit(event)}>
        {fault && !taken ? <ErrorNotice fault={fault} /> : null}
        {person === null ? (
          <>
            <TextInput
              data-autofocus
              label={t('access:people.name')}
              value={name}
              maxLength={100}
              autoComplete="off"
              error={missing && name.trim() === '' ? t('common:error.required') : undefined}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <TextInput
              label={t('access:people.login')}
              value={shownLogin}
              maxLength={40}
              autoComplete="off"
              error={
                taken
                  ? t('access:people.taken')
                  : missing && shownLogin === ''
                    ? t('common:error.required')
                    : undefined
              }
              onChange={(event) => {
                forget();
                setLogin(event.currentTarget.value);
              }}
            />
            <Select
              label={t('access:people.role')}
              data={ROLES.map((each) => ({ value: each, label: t(`common:role.${each}`) }))}
              value={role}
              onChange={(value) => setRole((value as Role | null) ?? 'clerk')}
            />
          </>
        ) : null}
        <NewPassphraseFields
          of={passphrase}
          label={t('access:people.first')}
          hint={t('access:people.firstHint')}
          autoFocus={person !== null}
        />
        <div className={classes.buttons}>
          <Button type="submit" loading={busy} rightSection={<Kbd>Enter</Kbd>}>
            {t('access:people.let')}
          </Button>
          <Button variant="default" onClick={onClose} rightSection={<Kbd quiet>Esc</Kbd>}>
            {t('common:action.cancel')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
