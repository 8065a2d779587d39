import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#shared/ipc/contract.ts';
import { formatInstant } from '../ui/instant.ts';
import { showDone, showFault } from '../ui/toast.tsx';
import { call, toFault } from './bridge.ts';
import { goToSettings } from './navigation.ts';
import classes from './sign-in-warnings.module.css';
import { useMay } from './use-may.ts';

type Warnings = Output<'app.warnings'>;
const STRANGE = 'strange-keyring';
const AHEAD = 'copy-ahead';

/**
 * Tells whoever signed in, once, what somebody did to the files around the book. Asked for after the first figures, and
 * said over the page, so that nothing moves under the hand.
 */
export default function SignInWarnings() {
  useEffect(() => {
    call('app.warnings', {}).then(show, () => {
      // Whatever is wrong is told where it is asked for.
    });
    return () => {
      notifications.hide(STRANGE);
      notifications.hide(AHEAD);
    };
  }, []);
  return null;
}

function show({ strangeKeyring, copyAhead }: Warnings): void {
  if (strangeKeyring > 0) warn(STRANGE, <StrangeKeyring />);
  if (copyAhead !== null) warn(AHEAD, <Ahead copy={copyAhead} />);
}

/** It stays until it is answered. */
function warn(id: string, message: ReactNode): void {
  notifications.show({
    id,
    message,
    autoClose: false,
    withBorder: true,
    withCloseButton: false,
    color: 'red',
  });
}

function StrangeKeyring() {
  const { t } = useTranslation('common');
  return (
    <div>
      <b>{t('warning.strangeKeyring.title')}</b>
      <p className={classes.text}>{t('warning.strangeKeyring.text')}</p>
      <div className={classes.buttons}>
        <Button size="compact-sm" onClick={() => notifications.hide(STRANGE)}>
          {t('warning.strangeKeyring.ok')}
        </Button>
      </div>
    </div>
  );
}

function Ahead({ copy: { madeAt, where, more } }: { copy: NonNullable<Warnings['copyAhead']> }) {
  const { t } = useTranslation(['common', 'backup']);
  const mayRestore = useMay('restore');
  const filled = { at: formatInstant(madeAt), where: t(`backup:where.${where}`), n: more };
  const accept = () =>
    call('backups.accept', {}).then(
      () => {
        notifications.hide(AHEAD);
        showDone(t('warning.copyAhead.accepted'));
      },
      (reason: unknown) => showFault(toFault(reason)),
    );
  return (
    <div>
      <b>{t('warning.copyAhead.title')}</b>
      <p className={classes.text}>
        {more > 0 ? t('warning.copyAhead.longer', filled) : t('warning.copyAhead.other', filled)}
      </p>
      <div className={classes.buttons}>
        <Button
          size="compact-sm"
          onClick={() => {
            notifications.hide(AHEAD);
            goToSettings('backup');
          }}
        >
          {t('warning.copyAhead.show')}
        </Button>
        {mayRestore ? (
          <Button size="compact-sm" variant="default" onClick={() => void accept()}>
            {t('warning.copyAhead.accept')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
