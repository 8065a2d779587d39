import { Button, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDate } from '#shared/domain/local-date.ts';
import { call, toFault } from '../../../app/bridge.ts';
import { callWithReason } from '../../../app/closed-reason.ts';
import { forgetKept, useKept } from '../../../app/kept.ts';
import { useSession } from '../../../app/session.ts';
import { useDeed } from '../../../app/use-deed.ts';
import { useFormat } from '../../../app/words.ts';
import { Card } from '../../../ui/card.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { Kbd } from '../../../ui/kbd.tsx';
import { showDone, showFault, showNext, showUndoable } from '../../../ui/toast.tsx';
import { AnonymiseDialog } from './anonymise-dialog.tsx';
import type { Answer } from './answer.ts';
import { CorrectForm } from './correct-form.tsx';
import { FoundTable, placeKey } from './found-table.tsx';
import classes from './privacy.module.css';
import { usePrivacyKeys } from './use-privacy-keys.ts';
import { useReasonFault } from './use-reason-fault.ts';

const ANONYMISE = 'settings.privacy.anonymise';

interface Props {
  readonly answer: Answer;
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
  readonly onChanged: () => void;
}

/** What was found of a person, and what is done with it. */
export function PersonResult({ answer, chosen, onChoose, onChanged }: Props) {
  const { t } = useTranslation('privacy');
  const format = useFormat();
  const today = useSession((session) => session.app?.today ?? null);
  const [reason, setReason] = useKept('settings.privacy.reason', '');
  const [anonymising, setAnonymising] = useKept(ANONYMISE, false);
  const { busy, fault, run } = useDeed();
  const reasonFault = useReasonFault(fault);
  const { query, finds, total } = answer;
  const places = finds.filter((find) => chosen.has(placeKey(find))).map(({ place }) => place);
  const idle = places.length === 0;
  const unready = idle || reason.trim() === '';

  const give = (kind: 'pdf' | 'xlsx') =>
    run(async () => {
      const date = today === null ? '' : formatDate(today).replaceAll('/', '-');
      const proposedName = `${t('give.fileName', { date })}.${kind}`;
      const target = await call('files.saveAs', { proposedName, kind });
      if (target === null) return;
      const request = { query, places, reason, format: kind, target: target.token };
      const { records, saved } = await call('privacy.export', request);
      showNext(t('give.done', { n: format.count(records), name: saved.name }), t('give.reveal'), () => {
        call('files.reveal', { token: saved.token }).catch((error: unknown) => showFault(toFault(error)));
      });
    });

  const correct = (name: string | null, number: string | null) =>
    run(async () => {
      const done = await call('privacy.correct', { query, places, reason, name, number });
      onChanged();
      if (done.records === 0) return showDone(t('correct.none'));
      showUndoable(t('correct.done', { n: format.count(done.records) }), t('correct.undo'), () => {
        const back = async () => {
          if (done.dossierSet !== null)
            await callWithReason('dossiers.undoMany', { changeSet: done.dossierSet });
          for (const { changeSet } of done.entrySets) await callWithReason('ledgers.undo', { changeSet });
          showDone(t('correct.undone'));
          onChanged();
        };
        back().catch((error: unknown) => showFault(toFault(error)));
      });
    });

  usePrivacyKeys({
    'Control+s': unready || busy ? null : () => void give('pdf'),
    'Control+e': unready || busy ? null : () => void give('xlsx'),
    'Control+Delete': idle ? null : () => setAnonymising(true),
  });
  if (finds.length === 0)
    return (
      <Card>
        <EmptyState title={t('find.none')} />
      </Card>
    );
  return (
    <>
      <Card
        title={t('result.title', { n: format.count(total) })}
        note={
          <>
            {t('result.note')} · <Kbd>↑ ↓</Kbd> {t('result.move')} · <Kbd>{t('result.space')}</Kbd>{' '}
            {t('result.tick')}
          </>
        }
      >
        {total > finds.length ? (
          <p className={classes.text}>
            {t('find.more', { total: format.count(total), shown: format.count(finds.length) })}
          </p>
        ) : null}
        <FoundTable finds={finds} chosen={chosen} onChoose={onChoose} />
      </Card>
      <Card title={t('result.chosen', { n: format.count(places.length) })} padded>
        {fault && reasonFault === null ? <ErrorNotice fault={fault} /> : null}
        <TextInput
          label={t('reason.label')}
          description={t('reason.note')}
          withAsterisk
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={reasonFault}
        />
        <div className={classes.buttons}>
          <Button
            loading={busy}
            disabled={unready}
            aria-keyshortcuts="Control+S"
            rightSection={<Kbd quiet>Ctrl S</Kbd>}
            onClick={() => void give('pdf')}
          >
            {t('give.pdf')}
          </Button>
          <Button
            variant="default"
            loading={busy}
            disabled={unready}
            aria-keyshortcuts="Control+E"
            rightSection={<Kbd quiet>Ctrl E</Kbd>}
            onClick={() => void give('xlsx')}
          >
            {t('give.xlsx')}
          </Button>
          <Button
            variant="default"
            disabled={idle}
            aria-keyshortcuts="Control+Delete"
            rightSection={<Kbd quiet>Ctrl Del</Kbd>}
            onClick={() => setAnonymising(true)}
          >
            {t('anonymise.button')}
          </Button>
        </div>
      </Card>
      <CorrectForm busy={busy} disabled={unready} onCorrect={(name, number) => void correct(name, number)} />
      {anonymising ? (
        <AnonymiseDialog
          kept={ANONYMISE}
          count={places.length}
          reason={reason}
          anonymise={(why) => call('privacy.anonymise', { query, places, reason: why })}
          onClose={() => forgetKept(ANONYMISE)}
          onDone={() => {
            forgetKept(ANONYMISE);
            onChanged();
          }}
        />
      ) : null}
    </>
  );
}
