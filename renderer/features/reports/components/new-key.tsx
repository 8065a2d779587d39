import { Button, PasswordInput, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeyEntry } from '#shared/ipc/contract/keys.ts';
import { type CallFault, call, toFault } from '../../../app/bridge.ts';
import { useSession } from '../../../app/session.ts';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import css from '../reports.module.css';

const SHORTEST = 8;

/** Makes a key that the app keeps under a passphrase of the person's own. */
export function NewKey({ onMade }: { onMade(key: KeyEntry): void }) {
  const { t } = useTranslation('reports');
  const unit = useSession((session) => session.app?.unit?.name ?? '');
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<'tooShort' | 'mismatch' | null>(null);
  const [fault, setFault] = useState<CallFault | null>(null);

  const make = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const passphrase = String(data.get('new') ?? '');
    setFault(null);
    if (passphrase.length < SHORTEST) return setWrong('tooShort');
    if (passphrase !== String(data.get('again') ?? '')) return setWrong('mismatch');
    setWrong(null);
    setBusy(true);
    try {
      onMade(await call('keys.create', { name: String(data.get('name') ?? '').trim(), passphrase }));
    } catch (reason) {
      setFault(toFault(reason));
    } finally {
      form.reset();
      setBusy(false);
    }
  };

  return (
    <form className={css.signForm} onSubmit={(event) => void make(event)}>
      <p className="dim">{t('sign.noKeys')}</p>
      <TextInput
        name="name"
        label={t('sign.keyName')}
        description={t('sign.keyNameHint')}
        defaultValue={unit}
        required
        maxLength={100}
      />
      <PasswordInput
        name="new"
        label={t('sign.newPassphrase')}
        autoComplete="off"
        error={wrong === 'tooShort' ? t('sign.tooShort') : null}
      />
      <PasswordInput
        name="again"
        label={t('sign.again')}
        autoComplete="off"
        error={wrong === 'mismatch' ? t('sign.mismatch') : null}
      />
      <p className="dim">{t('sign.forgotten')}</p>
      {fault && <ErrorNotice fault={fault} />}
      <Button type="submit" loading={busy}>
        {t('sign.create')}
      </Button>
    </form>
  );
}
