import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { KeyEntry } from '#shared/ipc/contract/keys.ts';
import { call } from '../app/bridge.ts';
import { useSession } from '../app/session.ts';
import { Kbd } from '../ui/kbd.tsx';

const SHORTEST = 8;

/** What is wrong with the passphrase of a new key. */
export type NewKeyFault = 'tooShort' | 'mismatch';

/** Makes a key from the fields of a form, or says which of them is wrong. Throws what `keys.create` throws. */
export async function makeKey(form: HTMLFormElement): Promise<KeyEntry | NewKeyFault> {
  const data = new FormData(form);
  const passphrase = String(data.get('new') ?? '');
  if (passphrase.length < SHORTEST) return 'tooShort';
  if (passphrase !== String(data.get('again') ?? '')) return 'mismatch';
  return await call('keys.create', { name: String(data.get('name') ?? '').trim(), passphrase });
}

/** Fields for a key that the app keeps under a passphrase of the person's own; part of the form around them. */
export function NewKeyFields({
  wrong,
  busy,
}: {
  readonly wrong: NewKeyFault | null;
  readonly busy: boolean;
}) {
  const { t } = useTranslation('signing');
  const unit = useSession((session) => session.app?.unit?.name ?? '');
  return (
    <>
      <p className="dim">{t('make.none')}</p>
      <TextInput
        name="name"
        label={t('make.name')}
        description={t('make.nameHint')}
        defaultValue={unit.slice(0, 100)}
        required
        maxLength={100}
      />
      <PasswordInput
        name="new"
        label={t('make.passphrase')}
        autoComplete="off"
        error={wrong === 'tooShort' ? t('make.tooShort') : null}
      />
      <PasswordInput
        name="again"
        label={t('make.again')}
        autoComplete="off"
        error={wrong === 'mismatch' ? t('make.mismatch') : null}
      />
      <p className="dim">{t('make.forgotten')}</p>
      <Button type="submit" loading={busy} rightSection={<Kbd quiet>Enter</Kbd>}>
        {t('make.submit')}
      </Button>
    </>
  );
}
