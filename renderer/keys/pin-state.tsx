import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TokenEntry } from '#shared/ipc/contract/keys.ts';
import css from './keys.module.css';

/** Whether a PIN can be tried at all: a locked token, or one that has none, is not asked. */
export function pinUsable(token: TokenEntry): boolean {
  return token.pin !== 'locked' && token.pin !== 'not-set';
}

interface Props {
  readonly token: TokenEntry;
  /** The person said to use even the last try. */
  readonly lastTry?: boolean;
  readonly busy?: boolean;
  /** Absent where nothing is signed: then it is only told. */
  onLastTry?(said: boolean): void;
}

/** What is to be known about a token's PIN before it is typed: few tries left, the last one, locked, never set. */
export function PinState({ token, lastTry = false, busy = false, onLastTry }: Props) {
  const { t } = useTranslation('signing');
  if (token.pin === 'ok') return null;
  return (
    <div className={css.pin} data-stop={token.pin === 'low' ? undefined : true} role="status">
      <p>
        <span aria-hidden="true">! </span>
        {t(`pin.${token.pin}`)}
      </p>
      {token.pin === 'final-try' && onLastTry && (
        <Checkbox
          label={t('pin.useLastTry')}
          checked={lastTry}
          disabled={busy}
          onChange={(event) => onLastTry(event.currentTarget.checked)}
        />
      )}
    </div>
  );
}
