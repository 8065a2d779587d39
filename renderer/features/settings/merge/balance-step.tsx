import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { recordsThatCame } from '#shared/domain/merge/balance.ts';
import type { MergeState } from '#shared/ipc/contract/merge.ts';
import type { Output } from '#shared/ipc/contract.ts';
import { call } from '../../../app/bridge.ts';
import { useDeed } from '../../../app/use-deed.ts';
import { useFormat } from '../../../app/words.ts';
import { useTask } from '../../../backup/use-task.ts';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { Kbd } from '../../../ui/kbd.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import { showDone } from '../../../ui/toast.tsx';
import settings from '../settings.module.css';
import { BalanceTables } from './balance-tables.tsx';
import classes from './merge.module.css';
import { requestOf, useJoining } from './store.ts';

interface Props {
  readonly sources: MergeState['sources'];
  readonly refresh: () => void;
}

/** Step 3: the balance as it would be, the decision, and the joining itself. */
export function BalanceStep({ sources, refresh }: Props) {
  const { t } = useTranslation('merge');
  const format = useFormat();
  const { units, choices, decision } = useJoining();
  const [reason, setReason] = useState('');
  const [balance, setBalance] = useState<Output<'merge.preview'> | null>(null);
  const task = useTask('join');
  const { busy, fault, run } = useDeed();
  const closed = fault?.code === 'PERIOD_CLOSED' || reason !== '';
  const input = () => ({
    request: requestOf({ units, choices }),
    // A trial needs no decision yet.
    decision: decision.trim() || '…',
    reason: reason.trim() || null,
    task: task.begin(),
  });
  const attempt = async (work: () => Promise<void>) => {
    await run(work);
    task.end();
  };
  const check = () => attempt(async () => setBalance(await call('merge.preview', input())));
  const join = () =>
    attempt(async () => {
      const { done, reports, valid } = await call('merge.join', input());
      useJoining.setState(useJoining.getInitialState(), true);
      const records = recordsThatCame(done.balance.ledgers);
      showDone(
        t('done.result', {
          n: format.count(done.units.length),
          records: format.count(records),
          valid: format.count(valid),
          reports: format.count(reports),
        }),
      );
      refresh();
    });
  const ready = balance !== null && decision.trim() !== '';
  return (
    <form
      className={classes.column}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (busy) return;
        if (balance === null) void check();
        else if (ready) void join();
      }}
    >
      <TextInput
        autoFocus
        label={t('balance.decision')}
        description={t('balance.decisionHint')}
        maxLength={500}
        value={decision}
        onChange={(event) => useJoining.setState({ decision: event.currentTarget.value })}
      />
      {closed ? (
        <TextInput
          label={t('balance.reason')}
          description={t('balance.reasonHint')}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      ) : null}
      {fault ? <ErrorNotice fault={fault} /> : null}
      {task.progress ? (
        <ProgressBar
          label={t(task.progress.phase === 'saving' ? 'balance.working' : 'balance.checking')}
          done={task.progress.done}
          total={task.progress.total}
          onCancel={task.cancel}
          cancelling={task.cancelling}
        />
      ) : null}
      {balance ? <BalanceTables balance={balance} units={sources.map(({ unit }) => unit.name)} /> : null}
      <p className="dim">
        {t('balance.undo')} {t('balance.people')}
      </p>
      <div className={settings.buttons}>
        <Button variant="default" disabled={busy} onClick={() => useJoining.setState({ step: 'clashes' })}>
          {t('back')}
        </Button>
        <Button
          variant={balance ? 'default' : 'filled'}
          loading={busy && balance === null}
          disabled={busy}
          type={balance ? 'button' : 'submit'}
          rightSection={balance ? undefined : <Kbd quiet>Enter</Kbd>}
          onClick={balance ? () => void check() : undefined}
        >
          {t('balance.check')}
        </Button>
        <Button
          loading={busy && balance !== null}
          disabled={busy || !ready}
          type={balance ? 'submit' : 'button'}
          rightSection={balance ? <Kbd quiet>Enter</Kbd> : undefined}
        >
          {t('balance.join')}
        </Button>
      </div>
    </form>
  );
}
