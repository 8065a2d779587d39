import { Button, Modal, Select, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ROLES, type Role } from '#shared/domain/unit.ts';
import type { AccessState } from '#shared/ipc/contract/access.ts';
import { useKept } from '../../../app/kept.ts';
import { useDeed } from '../../../app/use-deed.ts';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { Kbd } from '../../../ui/kbd.tsx';
import classes from '../settings.module.css';
import { useChangePerson } from './use-change-person.ts';

interface Props {
  readonly person: AccessState['people'][number];
  onClose(): void;
}

/** Another name or role for a person; the login stays. */
export function PersonDialog({ person, onClose }: Props) {
  const { t } = useTranslation(['people', 'access', 'common']);
  const [name, setName] = useKept('settings.change.name', person.name);
  const [role, setRole] = useKept<Role>('settings.change.role', person.role);
  const [missing, setMissing] = useState(false);
  const { busy, fault, run, forget } = useDeed();
  const change = useChangePerson();
  const last = fault?.fieldErrors?.role === 'last-manager';

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    forget();
    const typed = name.trim();
    setMissing(typed === '');
    if (typed === '') return;
    const done = await run(() =>
      change(person, { name: typed, role }, t('people:change.done', { name: typed })),
    );
    if (done) onClose();
  }

  return (
    <Modal
      opened
      data-help="people"
      onClose={onClose}
      size={460}
      title={t('people:change.title', { name: person.name })}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <form className={classes.narrow} noValidate onSubmit={(event) => void submit(event)}>
        {fault && !last ? <ErrorNotice fault={fault} /> : null}
        <TextInput
          data-autofocus
          label={t('access:people.name')}
          description={t('people:change.login', { login: person.login })}
          value={name}
          maxLength={100}
          autoComplete="off"
          error={missing ? t('common:error.required') : undefined}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Select
          label={t('access:people.role')}
          description={t('people:change.role')}
          data={ROLES.map((each) => ({ value: each, label: t(`common:role.${each}`) }))}
          value={role}
          allowDeselect={false}
          error={last ? t('people:change.last') : undefined}
          onChange={(value) => {
            forget();
            if (value !== null) setRole(value as Role);
          }}
        />
        <div className={classes.buttons}>
          <Button type="submit" loading={busy} rightSection={<Kbd quiet>Enter</Kbd>}>
            {t('common:action.save')}
          </Button>
          <Button variant="default" onClick={onClose} rightSection={<Kbd quiet>Esc</Kbd>}>
            {t('common:action.cancel')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
