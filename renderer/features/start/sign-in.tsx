import '../../app/all-styles.ts';
import { Button, PasswordInput, Radio, Stack } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppState } from '#shared/ipc/contract/app.ts';
import { NewPassphraseFields, useNewPassphrase } from '../../access/new-passphrase.tsx';
import { call, toFault } from '../../app/bridge.ts';
import { useLocked } from '../../app/locked.ts';
import { milestone } from '../../app/milestone.ts';
import { applyAppState, loadSession } from '../../app/session.ts';
import { useDeed } from '../../app/use-deed.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { Recover } from './recover.tsx';
import classes from './start.module.css';

/** Who sits here now: a name and its passphrase, which opens the encrypted book. */
export default function SignIn({ app }: { app: AppState }) {
  const { t } = useTranslation(['start', 'common', 'access']);
  const [login, setLogin] = useState(app.users[0]?.login ?? '');
  const [forgotten, setForgotten] = useState(false);
  const user = app.users.find((each) => each.login === login);
  useEffect(() => milestone('interactive'), []);
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
        {forgotten && user ? (
          <Recover user={user} recoverable={app.recoverable} onBack={() => setForgotten(false)} />
        ) : (
          <Entry
            key={login}
            app={app}
            login={login}
            onLogin={setLogin}
            onForgotten={() => setForgotten(true)}
          />
        )}
      </main>
    </div>
  );
}

interface EntryProps {
  readonly app: AppState;
  readonly login: string;
  onLogin(login: string): void;
  onForgotten(): void;
}

function Entry({ app, login, onLogin, onForgotten }: EntryProps) {
  const { t } = useTranslation(['start', 'common', 'access']);
  const [passphrase, setPassphrase] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const chosen = useNewPassphrase();
  const restarted = useLocked((locked) => locked.login !== null && locked.why === 'restart');
  const { busy, fault, run, forget } = useDeed();
  const user = app.users.find((each) => each.login === login);
  // Of the sample commune nobody has one; in a folder of an older version who has none chooses it here.
  const wrong = fault?.code === 'PASSPHRASE_WRONG';
  const choosing = app.plain && user?.hasPassphrase === false;

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (choosing && !chosen.check()) return;
    const given = choosing ? chosen.value : passphrase;
    const done = await run(async () => {
      try {
        applyAppState(await call('app.signIn', { login, passphrase: given }));
      } catch (reason) {
        // What is damaged is found out when it is opened; the repair screen says what can be done.
        if (toFault(reason).code === 'DATA_DAMAGED') await loadSession();
        throw reason;
      }
    });
    if (done) return;
    setPassphrase('');
    field.current?.focus();
  }

  return (
    <form
      noValidate
      onSubmit={(event) => void submit(event)}
      className={classes.column}
      onKeyDown={(event) => {
        if (event.key !== 'F2' || !user?.hasPassphrase || app.plain) return;
        event.preventDefault();
        onForgotten();
      }}
    >
      {restarted ? (
        <div className={classes.told} role="status">
          <b>{t('common:restarted.title')}</b> {t('common:restarted.text')}
        </div>
      ) : null}
      {app.plain ? <p className="dim">{t('access:signIn.plain')}</p> : null}
      {fault && !wrong ? <ErrorNotice fault={fault} /> : null}
      <Radio.Group label={t('start:signIn.who')} value={login} onChange={onLogin}>
        <Stack gap={6} mt={6}>
          {app.users.map((each) => (
            <Radio
              key={each.login}
              value={each.login}
              label={each.role === null ? each.name : `${each.name} · ${t(`common:role.${each.role}`)}`}
              autoFocus={each.login === login && !each.hasPassphrase && !choosing}
            />
          ))}
        </Stack>
      </Radio.Group>
      {user?.hasPassphrase ? (
        <PasswordInput
          ref={field}
          label={t('start:field.passphrase')}
          value={passphrase}
          error={wrong ? t('access:signIn.wrong') : undefined}
          onChange={(event) => {
            setPassphrase(event.currentTarget.value);
            if (event.currentTarget.value !== '') forget();
          }}
          autoComplete="current-password"
          autoFocus
        />
      ) : null}
      {choosing ? (
        <>
          <p className="dim">{t('access:signIn.choose')}</p>
          <NewPassphraseFields of={chosen} label={t('access:field.passphrase')} autoFocus />
        </>
      ) : null}
      <div className={classes.buttons}>
        <Button type="submit" loading={busy} rightSection={<Kbd>Enter</Kbd>}>
          {t('start:signIn.submit')}
        </Button>
        {user?.hasPassphrase && !app.plain ? (
          <Button variant="default" onClick={onForgotten} rightSection={<Kbd quiet>F2</Kbd>}>
            {t('access:signIn.forgot')}
          </Button>
        ) : null}
        {busy && app.plain ? <span className="dim">{t('access:signIn.encrypting')}</span> : null}
      </div>
    </form>
  );
}
