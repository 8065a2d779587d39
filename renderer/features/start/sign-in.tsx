import '../../app/all-styles.ts';
import { Button, PasswordInput, Radio, Stack } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppState } from '#shared/ipc/contract/app.ts';
import { call } from '../../app/bridge.ts';
import { milestone } from '../../app/milestone.ts';
import { applyAppState } from '../../app/session.ts';
import { useDeed } from '../../app/use-deed.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import classes from './start.module.css';

/** Who sits here now. */
export default function SignIn({ app }: { app: AppState }) {
  const { t } = useTranslation(['start', 'common']);
  const [login, setLogin] = useState(app.users[0]?.login ?? '');
  const [passphrase, setPassphrase] = useState('');
  const { busy, fault, run } = useDeed();
  const field = useRef<HTMLInputElement>(null);
  const user = app.users.find((each) => each.login === login);
  useEffect(() => milestone('interactive'), []);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const done = await run(async () => applyAppState(await call('app.signIn', { login, passphrase })));
    if (done) return;
    setPassphrase('');
    field.current?.focus();
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
                  label={each.role === null ? each.name : `${each.name} · ${t(`common:role.${each.role}`)}`}
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
