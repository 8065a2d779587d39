import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readRecoveryKey } from '#shared/access/recovery-key.ts';
import type { AppState } from '#shared/ipc/contract/app.ts';
import { NewPassphraseFields, useNewPassphrase } from '../../access/new-passphrase.tsx';
import { call } from '../../app/bridge.ts';
import { applyAppState } from '../../app/session.ts';
import { useDeed } from '../../app/use-deed.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { showDone } from '../../ui/toast.tsx';
import classes from './start.module.css';

interface Props {
  readonly user: AppState['users'][number];
  readonly recoverable: boolean;
  onBack(): void;
}

/** A forgotten passphrase: the key of the recovery sheet, and a new passphrase. */
export function Recover({ user, recoverable, onBack }: Props) {
  const { t } = useTranslation('access');
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState<string | undefined>();
  const field = useRef<HTMLInputElement>(null);
  const passphrase = useNewPassphrase();
  const { busy, fault, run, forget } = useDeed();
  const refused = fault?.code === 'RECOVERY_KEY_WRONG';

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    forget();
    const read = readRecoveryKey(typed);
    if ('fault' in read) {
      setWrong(
        read.fault.kind === 'group' ? t('recover.group', { group: read.fault.group }) : t('recover.keyHint'),
      );
      field.current?.focus();
      return;
    }
    if (!passphrase.check()) return;
    const { login, name } = user;
    const done = await run(async () => {
      const input = { login, recoveryKey: read.key, passphrase: passphrase.value };
      applyAppState(await call('app.recover', input));
      showDone(t('recover.done', { name }));
    });
    if (!done) field.current?.focus();
  }

  const back = (
    <Button variant="default" onClick={onBack} rightSection={<Kbd quiet>Esc</Kbd>} autoFocus={!recoverable}>
      {t('recover.back')}
    </Button>
  );
  return (
    <section
      className={classes.column}
      aria-label={t('recover.title')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onBack();
      }}
    >
      <h2 className={classes.second}>{t('recover.title')}</h2>
      {recoverable ? (
        <form noValidate onSubmit={(event) => void submit(event)} className={classes.column}>
          <p className="dim">{t('recover.lead', { name: user.name })}</p>
          {fault && !refused ? <ErrorNotice fault={fault} /> : null}
          <TextInput
            ref={field}
            label={t('recover.key')}
            description={t('recover.keyHint')}
            value={typed}
            error={wrong ?? (refused ? t('recover.other') : undefined)}
            maxLength={80}
            autoFocus
            autoComplete="off"
            spellCheck={false}
            classNames={{ input: classes.code ?? '' }}
            onChange={(event) => {
              setTyped(grouped(event.currentTarget.value));
              setWrong(undefined);
              forget();
            }}
          />
          <NewPassphraseFields of={passphrase} label={t('field.next')} />
          <div className={classes.buttons}>
            <Button type="submit" loading={busy} rightSection={<Kbd>Enter</Kbd>}>
              {t('recover.submit')}
            </Button>
            {back}
          </div>
        </form>
      ) : (
        <>
          <p>{t('recover.none')}</p>
          <div className={classes.buttons}>{back}</div>
        </>
      )}
    </section>
  );
}

/** As on the sheet: groups of five with dashes. What stands behind a correction in the middle is left alone. */
function grouped(typed: string): string {
  const signs = typed.toUpperCase().replace(/[\s.\-–—]/gu, '');
  const groups = signs.match(/.{1,5}/gu) ?? [];
  return groups.join('-');
}
