import { Button, Select } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { RestoreHead } from '#shared/ipc/contract/backups.ts';
import { isKeyboardFree } from '../app/keep-focus.ts';
import { Kbd } from '../ui/kbd.tsx';
import classes from './backup.module.css';

interface ButtonsProps {
  /** What Enter does. */
  readonly label: string;
  readonly busy: boolean;
  readonly autoFocus?: boolean;
  readonly onBack: () => void;
}

/** The end of a step: on with Enter, or back. */
export function StepButtons({ label, busy, autoFocus = false, onBack }: ButtonsProps) {
  const { t } = useTranslation('common');
  const submit = useRef<HTMLButtonElement>(null);
  const wasBusy = useRef(false);
  // A busy button loses the focus; when the step was not taken after all, the keyboard goes on from there.
  useEffect(() => {
    if (wasBusy.current && !busy && isKeyboardFree()) submit.current?.focus();
    wasBusy.current = busy;
  }, [busy]);
  return (
    <div className={classes.buttons}>
      <Button ref={submit} type="submit" loading={busy} autoFocus={autoFocus} rightSection={<Kbd>Enter</Kbd>}>
        {label}
      </Button>
      <Button variant="default" disabled={busy} onClick={onBack}>
        {t('action.back')}
      </Button>
    </div>
  );
}

interface PersonProps {
  readonly people: RestoreHead['people'];
  /** Login of the one who is chosen. */
  readonly value: string;
  readonly onChange: (login: string) => void;
}

/** Who of the people of a copy it is. */
export function PersonOfCopy({ people, value, onChange }: PersonProps) {
  const { t } = useTranslation('backup');
  return (
    <Select
      label={t('restore.who')}
      data={people.map((person) => ({ value: person.login, label: person.name }))}
      value={value}
      allowDeselect={false}
      onChange={(login) => onChange(login ?? '')}
    />
  );
}
