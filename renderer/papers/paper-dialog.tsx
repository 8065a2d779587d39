import { Button, Modal } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { periodShort } from '#shared/i18n/period-words.ts';
import type { PaperChoice } from '#shared/ipc/contract/papers.ts';
import { call, toFault } from '../app/bridge.ts';
import { useQuery } from '../app/use-query.ts';
import { useFormat } from '../app/words.ts';
import { Kbd } from '../ui/kbd.tsx';
import { PagePreview } from '../ui/pdf/page-preview.tsx';
import { showDone, showFault } from '../ui/toast.tsx';
import classes from './papers.module.css';

interface Props {
  readonly what: PaperChoice;
  onClose(): void;
}

/** Shows a paper as it will be printed, prints it or saves it (Ctrl+S). */
export function PaperDialog({ what, onClose }: Props) {
  const { t } = useTranslation('papers');
  const format = useFormat();
  const shown = useQuery('papers.pdf', { what }, ['dossiers', 'ledgers', 'settings', 'reports']);
  const [saving, setSaving] = useState(false);
  const draft = shown.data?.draft ?? false;
  const title = t(`title.${what.kind}`);

  async function save(): Promise<void> {
    if (saving || !shown.data) return;
    const period = 'period' in what ? periodShort(what.period, format.language).replaceAll('/', '-') : '';
    setSaving(true);
    try {
      const target = await call('files.saveAs', {
        proposedName: t(`fileName.${what.kind}`, {
          period,
          objective: what.kind === 'records' ? what.objective : '',
        }),
        kind: 'pdf',
      });
      if (!target) return;
      const { saved } = await call('papers.save', { what, target: target.token });
      showDone(t('saved', { name: saved.name }));
    } catch (reason) {
      showFault(toFault(reason));
    } finally {
      setSaving(false);
    }
  }

  const latest = useRef(save);
  latest.current = save;
  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if (!event.ctrlKey || event.altKey || event.shiftKey || event.key.toLowerCase() !== 's') return;
      // Whatever lies behind the dialog has nothing to save now.
      event.preventDefault();
      event.stopPropagation();
      void latest.current();
    }
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, []);

  return (
    <Modal
      opened
      onClose={onClose}
      size="min(1120px, 96vw)"
      title={title}
      closeButtonProps={{ 'aria-label': t('close') }}
      classNames={{ body: classes.paper ?? '' }}
    >
      <PagePreview
        pdf={shown.data?.pdf ?? null}
        label={draft ? t('draft') : title}
        final={!draft}
        loading={shown.loading}
        fault={shown.fault}
        onRetry={shown.refresh}
        actions={
          <Button
            data-autofocus
            size="compact-sm"
            h={30}
            // The keyboard comes here while the paper is still being drawn.
            {...(shown.data ? {} : { 'data-disabled': true })}
            loading={saving}
            aria-keyshortcuts="Control+S"
            onClick={() => void save()}
            rightSection={<Kbd quiet>Ctrl S</Kbd>}
          >
            {t('save')}
          </Button>
        }
      />
    </Modal>
  );
}
