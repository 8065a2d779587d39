import '../../app/all-styles.ts';
import { Button, PasswordInput, Radio, Stack } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppState } from '#shared/ipc/contract/app.ts';
import { type CallFault, call, toFault } from '../../app/bridge.ts';
import { milestone } from '../../app/milestone.ts';
import { applyAppState } from '../../app/session.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import classes from './start.module.css';

/** Who sits here now. */
export default function SignIn({ app }: { app: AppState }) {
  const { t } = useTranslation(['start', 'common']);
  const [login, setLogin] = useState(app.users[0]?.login ?? '');
  const [passphrase, setPassphrase] = useState('');
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<CallFault | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const user = app.users.find((each) => each.login === login);
  useEffect(() => milestone('interactive'), []);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setBusy(true);
    setFault(null);
    try {
      applyAppState(await call('app.signIn', { login, passphrase }));
    } catch (reason) {
      setFault(toFault(reason));
      setPassphrase('');
      field.current?.focus();
    } finally {
      setBusy(false);
    }
  }

  return (
    <div className={classes.stage}>
      <main className={`${classes.sheet} ${classes.narrow}`}>
        <div className={classes.top}>
          <div>
            <h1>{t('common:appName')}</h1>
            <p className="dim">{app.unit?.name}</p>
          </div>
          <LanguageSwitch preferences={app.preferences} />
        </div>
        <form onSubmit={(event) => void submit(event)} className={classes.column}>
          {fault ? <ErrorNotice fault={fault} /> : null}
          <Radio.Group label={t('start:signIn.who')} value={login} onChange={setLogin}>
            <Stack gap={6} mt={6}>
              {app.users.map((each) => (
                <Radio
                  key={each.login}
                  value={each.login}
                  label={`${each.name} · ${t(`common:role.${each.role}`)}`}
                  autoFocus={each.login === login && !each.hasPassphrase}
                />
              ))}
            </Stack>
          </Radio.Group>
          {user?.hasPassphrase ? (
            <PasswordInput
              ref={field}
              key={login}
              label={t('start:field.passphrase')}
              value={passphrase}
              onChange={(event) => setPassphrase(event.currentTarget.value)}
              autoComplete="current-password"
              autoFocus
            />
          ) : null}
          <div className={classes.buttons}>
            <Button type="submit" loading={busy}>
              {t('start:signIn.submit')}
            </Button>
          </div>
        </form>
      </main>
    </div>
  );
}
