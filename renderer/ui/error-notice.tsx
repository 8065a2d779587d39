import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorParams } from '#shared/errors.ts';
import { useFaultWords } from '../app/fault-words.ts';
import classes from './parts.module.css';

interface Props {
  /** What happened: a `CallFault` or the fault of the app's state. */
  readonly fault: { readonly code: string; readonly params: ErrorParams; readonly logId?: string | null };
  readonly onRetry?: (() => void) | undefined;
  /** What else can be done about it. */
  readonly children?: ReactNode;
}

/** An error in words: what happened, what to do, and under which number the log holds it. */
export function ErrorNotice({ fault, onRetry, children }: Props) {
  const { t } = useTranslation('common');
  const words = useFaultWords();
  return (
    <div className={classes.error} role="alert">
      <span aria-hidden="true" className={classes.errorMark}>
        !
      </span>
      <div>
        <p>{words({ code: fault.code, params: { ...fault.params, logId: fault.logId ?? '—' } })}</p>
        {children}
        {onRetry ? (
          <Button variant="default" size="compact-sm" mt={8} onClick={onRetry}>
            {t('action.retry')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
