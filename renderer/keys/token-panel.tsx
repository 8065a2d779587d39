import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import css from './keys.module.css';
import { PinState } from './pin-state.tsx';
import { TokenChoice } from './token-choice.tsx';
import { useTokens } from './use-tokens.ts';

/** Tokens that are plugged in, to look at; no driver is loaded before somebody asks. */
export function TokenPanel() {
  const { t } = useTranslation('signing');
  const [asked, setAsked] = useState(false);
  const tokens = useTokens(asked);
  return (
    <div className={css.form}>
      <p className="dim">{t('tokens.note')}</p>
      {asked ? (
        <>
          <TokenChoice tokens={tokens} busy={false} />
          {tokens.tokens?.map((token) => (
            <PinState key={`${token.slot} ${token.serial}`} token={token} />
          ))}
        </>
      ) : (
        <div className={css.pickLine}>
          <Button variant="default" onClick={() => setAsked(true)}>
            {t('tokens.find')}
          </Button>
        </div>
      )}
    </div>
  );
}
