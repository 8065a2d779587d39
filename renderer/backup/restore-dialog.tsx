import { Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RestoreContents, RestoreHead } from '#shared/ipc/contract/backups.ts';
import { call } from '../app/bridge.ts';
import steps from '../ui/steps.module.css';
import { leaveRestore, useRestoreAsked } from './ask.ts';
import classes from './backup.module.css';
import { ChooseCopy } from './choose-copy.tsx';
import { OpenCopy } from './open-copy.tsx';
import { TakeCopy } from './take-copy.tsx';

const STEPS = ['choose', 'open', 'take'] as const;

/** The dialog that restores a copy, wherever it was asked for. */
export default function RestoreDialog() {
  return useRestoreAsked(({ asked }) => asked) ? <Steps /> : null;
}

/** Choose a copy, open it, look at what is in it and take it. Until the last button nothing changes. */
function Steps() {
  const { t } = useTranslation(['backup', 'common']);
  const [head, setHead] = useState<RestoreHead | null>(null);
  const [contents, setContents] = useState<RestoreContents | null>(null);
  const step = head === null ? 0 : contents === null ? 1 : 2;

  function leave(): void {
    leaveRestore();
    // Whatever was unpacked goes; where it has taken its place already, there is nothing left to drop.
    void call('restore.drop', {}).catch(() => undefined);
  }

  return (
    <Modal
      opened
      onClose={leave}
      size="min(760px, 96vw)"
      title={t('backup:restore.title')}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
      closeOnClickOutside={false}
    >
      <div className={classes.head}>
        <ol className={steps.steps} aria-label={t('backup:restore.steps')}>
          {STEPS.map((name, index) => (
            <li
              key={name}
              aria-current={index === step ? 'step' : undefined}
              data-done={index < step || undefined}
            >
              <span aria-hidden="true">{index < step ? '✓' : index + 1}</span>{' '}
              {t(`backup:restore.step.${name}`)}
              {index < step ? <span className="sr-only">{t('common:steps.passed')}</span> : null}
            </li>
          ))}
        </ol>
      </div>
      {head === null ? <ChooseCopy onChosen={setHead} /> : null}
      {head !== null && contents === null ? (
        <OpenCopy head={head} onBack={() => setHead(null)} onOpened={setContents} />
      ) : null}
      {contents !== null ? (
        <TakeCopy contents={contents} onBack={() => setContents(null)} onTaken={leaveRestore} />
      ) : null}
    </Modal>
  );
}
