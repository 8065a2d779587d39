import { Button, PasswordInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../app/bridge.ts';
import { applyAppState, useSession } from '../../app/session.ts';
import { useDeed } from '../../app/use-deed.ts';
import { Card } from '../../ui/card.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { showDone } from '../../ui/toast.tsx';
import classes from './settings.module.css';

/** The passphrase of whoever is signed in: set, changed or taken away. */
export function PassphraseSection() {
  const { t } = useTranslation('settings');
  const user = useSession((session) => session.app?.user ?? null);
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [repeated, setRepeated] = useState('');
  const [differ, setDiffer] = useState(false);
  const { busy, fault, run, forget } = useDeed();
  if (!user) return null;

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    forget();
    if (next !== repeated) return setDiffer(true);
    if (!user) return;
    await run(async () => {
      await call('access.changePassphrase', { current, next });
      applyAppState(await call('app.state', {}));
      showDone(t(next === '' ? 'passphrase.removed' : 'passphrase.changed'));
      setCurrent('');
      setNext('');
      setRepeated('');
    });
  }

  return (
    <Card title={t('passphrase.of', { name: user.name })} padded>
      <form className={classes.narrow} onSubmit={(event) => void submit(event)}>
        {fault ? <ErrorNotice fault={fault} /> : null}
        <p className={classes.note}>{t('passphrase.note')}</p>
        {user.hasPassphrase ? (
          <PasswordInput
            label={t('passphrase.current')}
            value={current}
            onChange={(event) => setCurrent(event.currentTarget.value)}
            autoComplete="current-password"
          />
        ) : null}
        <PasswordInput
          label={t('passphrase.next')}
          description={user.hasPassphrase ? t('passphrase.emptyRemoves') : undefined}
          value={next}
          onChange={(event) => {
            setNext(event.currentTarget.value);
            setDiffer(false);
          }}
          autoComplete="new-password"
        />
        <PasswordInput
          label={t('passphrase.repeated')}
          value={repeated}
          error={differ ? t('passphrase.differ') : undefined}
          onChange={(event) => {
            setRepeated(event.currentTarget.value);
            setDiffer(false);
          }}
          autoComplete="new-password"
        />
        <div>
          <Button type="submit" loading={busy} disabled={next === '' && !user.hasPassphrase}>
            {t(user.hasPassphrase ? 'passphrase.change' : 'passphrase.set')}
          </Button>
        </div>
      </form>
    </Card>
  );
}
