import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { MergeState } from '#shared/ipc/contract/merge.ts';
import { call } from '../../../app/bridge.ts';
import { Card } from '../../../ui/card.tsx';
import steps from '../../../ui/steps.module.css';
import { BalanceStep } from './balance-step.tsx';
import { ClashStep } from './clash-step.tsx';
import classes from './merge.module.css';
import { SourceStep } from './source-step.tsx';
import { NO_TERMS, STEPS, useJoining } from './store.ts';

interface Props {
  readonly sources: MergeState['sources'];
  readonly refresh: () => void;
}

/** Three steps from the former units' books to one: which, how, and whether it comes out. */
export function JoinWizard({ sources, refresh }: Props) {
  const { t } = useTranslation(['merge', 'common']);
  const { step: asked, units } = useJoining();
  const step = sources.length === 0 ? 'sources' : asked;
  const at = STEPS.indexOf(step);
  // Books that are open already (after a lock) have their terms said anew.
  useEffect(() => {
    if (units.length === sources.length) return;
    useJoining.setState({ units: sources.map((_source, place) => units[place] ?? NO_TERMS) });
  }, [units, sources]);
  const canGoOn = sources.length > 0 && step !== 'balance';
  useEffect(() => {
    if (!canGoOn) return;
    const onKey = (event: KeyboardEvent) => {
      if (!event.ctrlKey || event.altKey || event.shiftKey || event.key !== 'Enter' || event.defaultPrevented)
        return;
      event.preventDefault();
      // A code that is being typed is kept when its field is left.
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      useJoining.setState({ step: STEPS[at + 1] ?? 'balance' });
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [canGoOn, at]);
  const close = async () => {
    await call('merge.drop', {});
    useJoining.setState(useJoining.getInitialState(), true);
    refresh();
  };
  return (
    <Card
      title={t('merge:title')}
      padded
      actions={
        <Button variant="subtle" size="compact-sm" onClick={() => void close()}>
          {t('merge:close')}
        </Button>
      }
    >
      <div className={classes.column}>
        <ol className={steps.steps} aria-label={t('merge:stepsLabel')}>
          {STEPS.map((name, place) => (
            <li
              key={name}
              aria-current={name === step ? 'step' : undefined}
              data-done={place < at || undefined}
            >
              <span aria-hidden="true">{place < at ? '✓' : place + 1}</span> {t(`merge:steps.${name}`)}
              {place < at ? <span className="sr-only">{t('common:steps.passed')}</span> : null}
            </li>
          ))}
        </ol>
        {step === 'sources' ? <SourceStep sources={sources} refresh={refresh} /> : null}
        {step === 'clashes' ? <ClashStep /> : null}
        {step === 'balance' ? <BalanceStep sources={sources} refresh={refresh} /> : null}
      </div>
    </Card>
  );
}
