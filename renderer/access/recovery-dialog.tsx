import { Button, Modal, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { groupFault } from '#shared/access/recovery-key.ts';
import { type CallFault, call, toFault } from '../app/bridge.ts';
import { applyAppState } from '../app/session.ts';
import { useDeed } from '../app/use-deed.ts';
import { useQuery } from '../app/use-query.ts';
import { SavePdfButton, useSavePdf } from '../papers/save-pdf.tsx';
import { PagePreview } from '../printing/page-preview.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { showDone } from '../ui/toast.tsx';
import classes from './access.module.css';
import { leaveRecovery, useRecoveryAsked } from './ask.ts';

/** The dialog with a new recovery sheet, wherever it was asked for. */
export default function RecoveryDialog() {
  return useRecoveryAsked(({ asked }) => asked) ? <Sheet /> : null;
}

/** Seen, printed (Ctrl+P) or saved (Ctrl+S), then confirmed with a group read from the paper. */
function Sheet() {
  const { t } = useTranslation('access');
  const [pdf, setPdf] = useState<Uint8Array | null>(null);
  const [fault, setFault] = useState<CallFault | null>(null);
  const [group, setGroup] = useState('');
  const [wrong, setWrong] = useState(false);
  const { busy, run } = useDeed();
  const before = useQuery('access.state', {}, []).data?.recovery ?? null;
  const field = useRef<HTMLInputElement>(null);

  const draw = () => {
    setFault(null);
    call('access.newRecovery', {}).then(
      (made) => setPdf(made.pdf),
      (reason) => setFault(toFault(reason)),
    );
  };
  useEffect(draw, []);

  const saving = useSavePdf({
    ready: pdf !== null,
    proposedName: () => `${t('sheet.fileName')}.pdf`,
    save: (target) => call('access.saveRecovery', { target }),
    done: (name) => t('sheet.saved', { name }),
  });

  async function confirm(event: FormEvent): Promise<void> {
    event.preventDefault();
    // A slip of the pen is told without asking the program.
    if (groupFault(group, 0)) {
      setWrong(true);
      field.current?.focus();
      return;
    }
    let number = 0;
    const done = await run(async () => {
      number = (await call('access.confirmRecovery', { group })).recovery?.number ?? 0;
      applyAppState(await call('app.state', {}));
    });
    if (done) {
      leaveRecovery();
      showDone(t('sheet.done', { number }));
    } else {
      setWrong(true);
      field.current?.focus();
    }
  }

  return (
    <Modal
      opened
      onClose={leaveRecovery}
      size="min(1120px, 96vw)"
      title={t('sheet.title')}
      closeButtonProps={{ 'aria-label': t('sheet.later') }}
      classNames={{ body: classes.dialog ?? '' }}
    >
      <p className={classes.lead}>
        {t('sheet.lead')} {before ? t('sheet.replaces', { number: before.number }) : null}
      </p>
      <PagePreview
        pdf={pdf}
        label={t('sheet.label')}
        final
        loading={pdf === null && fault === null}
        fault={fault}
        onRetry={draw}
        actions={<SavePdfButton label={t('sheet.save')} ready={pdf !== null} saving={saving} />}
      />
      <form className={classes.proof} onSubmit={(event) => void confirm(event)} noValidate>
        <TextInput
          ref={field}
          data-autofocus
          label={t('sheet.proof')}
          description={t('sheet.proofHint')}
          value={group}
          maxLength={9}
          spellCheck={false}
          autoComplete="off"
          error={wrong ? t('sheet.wrong') : undefined}
          onChange={(event) => {
            setGroup(event.currentTarget.value.toUpperCase());
            setWrong(false);
          }}
          classNames={{ input: classes.code ?? '' }}
        />
        <div className={classes.buttons}>
          <Button type="submit" loading={busy} disabled={pdf === null} rightSection={<Kbd>Enter</Kbd>}>
            {t('sheet.confirm')}
          </Button>
          <Button variant="default" onClick={leaveRecovery} rightSection={<Kbd quiet>Esc</Kbd>}>
            {t('sheet.later')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
