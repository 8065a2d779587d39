import { Button, Modal, PasswordInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { keyCalls } from '#shared/ipc/contract/keys.ts';
import { type CallFault, call, toFault } from '../../app/bridge.ts';
import { formResolver, useFieldWords } from '../../app/form.ts';
import { useSession } from '../../app/session.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import classes from './settings.module.css';

const schema = z.object({ ...keyCalls['keys.create'].input.shape, repeated: z.string() });
type Fields = z.infer<typeof schema>;

/** Makes a key under a passphrase of its own. */
export function CreateKey({ onClose, onCreated }: { onClose: () => void; onCreated: () => void }) {
  const { t } = useTranslation(['settings', 'common']);
  const words = useFieldWords();
  const unit = useSession((session) => session.app?.unit?.name ?? '');
  const [fault, setFault] = useState<CallFault | null>(null);
  const { register, handleSubmit, setError, formState } = useForm<Fields>({
    resolver: formResolver(schema),
    defaultValues: { name: unit.slice(0, 100), passphrase: '', repeated: '' },
  });
  const { errors, isSubmitting } = formState;
  const submit = handleSubmit(async ({ repeated, ...given }) => {
    if (given.passphrase !== repeated)
      return setError('repeated', { message: t('settings:passphrase.differ') });
    setFault(null);
    try {
      await call('keys.create', given);
      onCreated();
    } catch (reason) {
      setFault(toFault(reason));
    }
  });
  const short =
    errors.passphrase?.message === 'required' ? t('settings:keys.short') : words(errors.passphrase);
  return (
    <Modal opened data-help="app-key" onClose={onClose} title={t('settings:keys.createTitle')} size={460}>
      <form className={classes.narrow} noValidate onSubmit={(event) => void submit(event)}>
        {fault ? <ErrorNotice fault={fault} /> : null}
        <TextInput
          {...register('name')}
          label={t('settings:keys.name')}
          description={t('settings:keys.nameHint')}
          error={words(errors.name)}
          data-autofocus
        />
        <PasswordInput
          {...register('passphrase')}
          label={t('settings:keys.passphrase')}
          description={t('settings:keys.passphraseHint')}
          error={short}
          autoComplete="new-password"
        />
        <PasswordInput
          {...register('repeated')}
          label={t('settings:passphrase.repeated')}
          error={words(errors.repeated)}
          autoComplete="new-password"
        />
        <div className={classes.buttons}>
          <Button type="submit" loading={isSubmitting} rightSection={<Kbd quiet>Enter</Kbd>}>
            {t('common:action.create')}
          </Button>
          <Button variant="default" onClick={onClose} rightSection={<Kbd quiet>Esc</Kbd>}>
            {t('common:action.cancel')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
