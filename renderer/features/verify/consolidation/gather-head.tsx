import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, toFault } from '../../../app/bridge.ts';
import { forgetKept, useKept } from '../../../app/kept.ts';
import { useNavigation } from '../../../app/navigation.ts';
import { newTask } from '../../../app/new-task.ts';
import { useLetterKeys } from '../../../app/use-letter-keys.ts';
import { useFormat } from '../../../app/words.ts';
import { Kbd } from '../../../ui/kbd.tsx';
import { showFault, showNext } from '../../../ui/toast.tsx';
import css from './consolidation.module.css';
import { SignDialog } from './sign-dialog.tsx';
import { cancelCheck, gatheringInput, useGathering } from './store.ts';

/** What the table comes to in one line, or how far a check is. */
export function GatherSummary() {
  const { t } = useTranslation(['gathering', 'common']);
  const format = useFormat();
  const { table, running } = useGathering();
  if (table === null) return t('lead');
  if (running)
    return (
      <span role="status">
        {t('checking')} {running.total === null ? '…' : format.ratio(running.done, running.total)}{' '}
        <button type="button" className={css.link} disabled={running.cancelling} onClick={cancelCheck}>
          {t(running.cancelling ? 'common:action.cancelling' : 'common:action.cancel')} (Esc)
        </button>
      </span>
    );
  const { received, expected, bad, undecided } = table.counts;
  return (
    <span role="status">
      {t(table.unitsFrom === 'list' ? 'summary' : 'summaryFiles', {
        received: format.count(received),
        expected: format.count(expected),
        bad: format.count(bad),
        undecided: format.count(undecided),
      })}
    </span>
  );
}

/** What is made of the table: a workbook, the signed consolidated report. */
export function GatherActions() {
  const { t } = useTranslation('gathering');
  const period = useNavigation((navigation) => navigation.period);
  const table = useGathering((view) => view.table);
  const [busy, setBusy] = useState(false);
  const [signing, setSigning] = useKept('gathering.sign', false);
  const ready = table !== null && period !== null && table.period.id === period;

  const save = async () => {
    if (!ready || busy) return;
    setBusy(true);
    try {
      const proposedName = `${t('fileName', { period })}.xlsx`;
      const target = await call('files.saveAs', { proposedName, kind: 'xlsx' });
      if (!target) return;
      const { saved } = await call('receiver.export', {
        ...gatheringInput(period, newTask('gather')),
        target: target.token,
      });
      showNext(t('exported', { name: saved.name }), t('reveal'), () => {
        call('files.reveal', { token: saved.token }).catch((reason: unknown) => showFault(toFault(reason)));
      });
    } catch (reason) {
      showFault(toFault(reason));
    } finally {
      setBusy(false);
    }
  };
  useLetterKeys({ x: () => void save(), 'ctrl enter': () => ready && setSigning(true) });

  return (
    <>
      <Button
        variant="default"
        loading={busy}
        disabled={!ready}
        onClick={() => void save()}
        aria-keyshortcuts="X"
        rightSection={<Kbd quiet>X</Kbd>}
      >
        {t('actions.export')}
      </Button>
      <Button
        disabled={!ready}
        onClick={() => setSigning(true)}
        aria-keyshortcuts="Control+Enter"
        rightSection={<Kbd quiet>Ctrl Enter</Kbd>}
      >
        {t('actions.sign')}
      </Button>
      {signing && ready && table && (
        <SignDialog period={period} table={table} onClose={() => forgetKept('gathering.sign')} />
      )}
    </>
  );
}
