import { Button, PasswordInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NewPassphraseFields, useNewPassphrase } from '../../../access/new-passphrase.tsx';
import { call } from '../../../app/bridge.ts';
import { useDeed } from '../../../app/use-deed.ts';
import { Card } from '../../../ui/card.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { showDone } from '../../../ui/toast.tsx';
import classes from '../settings.module.css';

/** The passphrase of whoever is signed in. */
export function PassphraseCard({ name }: { readonly name: string }) {
  const { t } = useTranslation('access');
  const [current, setCurrent] = useState('');
  const next = useNewPassphrase();
  const { busy, fault, run, forget } = useDeed();
  const wrong = fault?.code === 'PASSPHRASE_WRONG';

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    forget();
    if (!next.check()) return;
    const done = await run(async () => {
      await call('access.changePassphrase', { current, next: next.value });
      showDone(t('own.changed'));
      next.clear();
    });
    // What was typed is not kept, whether it was right or not.
    setCurrent('');
    if (!done) document.querySelector<HTMLElement>('[data-current-passphrase] input')?.focus();
  }

  return (
    <Card title={t('own.title', { name })} padded>
      <form className={classes.narrow} noValidate onSubmit={(event) => void submit(event)}>
        <p className={classes.note}>{t('own.note')}</p>
        {fault && !wrong ? <ErrorNotice fault={fault} /> : null}
        <PasswordInput
          data-current-passphrase=""
          label={t('field.current')}
          value={current}
          error={wrong ? t('signIn.wrong') : undefined}
          onChange={(event) => {
            setCurrent(event.currentTarget.value);
            if (event.currentTarget.value !== '') forget();
          }}
          autoComplete="current-password"
        />
        <NewPassphraseFields of={next} label={t('field.next')} />
        <div>
          <Button type="submit" loading={busy} disabled={current === ''}>
            {t('own.change')}
          </Button>
        </div>
      </form>
    </Card>
  );
}
