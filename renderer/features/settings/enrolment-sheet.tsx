import { Button, Modal } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeyEntry } from '#shared/ipc/contract/keys.ts';
import { call, toFault } from '../../app/bridge.ts';
import { useQuery } from '../../app/use-query.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { PagePreview } from '../../ui/pdf/page-preview.tsx';
import { showDone, showFault } from '../../ui/toast.tsx';
import classes from './settings.module.css';

/** The page by which a receiver enrols a key made by the app: seen, printed, saved (Ctrl+S). */
export function EnrolmentSheet({ entry, onClose }: { readonly entry: KeyEntry; onClose(): void }) {
  const { t } = useTranslation('signing');
  const sheet = useQuery('keys.enrolmentSheet', { keyId: entry.id }, ['settings']);
  const [saving, setSaving] = useState(false);

  async function save(): Promise<void> {
    if (saving || !sheet.data) return;
    setSaving(true);
    try {
      const target = await call('files.saveAs', { proposedName: `${t('sheet.fileName')}.pdf`, kind: 'pdf' });
      if (!target) return;
      const { saved } = await call('keys.saveEnrolmentSheet', { keyId: entry.id, target: target.token });
      showDone(t('sheet.saved', { name: saved.name }));
    } catch (reason) {
      showFault(toFault(reason));
    } finally {
      setSaving(false);
    }
  }

  const latest = useRef(save);
  latest.current = save;
  // Wherever in the dialog the keyboard is: its buttons come and go while the page is drawn.
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.ctrlKey || event.altKey || event.shiftKey || event.key.toLowerCase() !== 's') return;
      event.preventDefault();
      void latest.current();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  return (
    <Modal
      opened
      onClose={onClose}
      size="min(1120px, 96vw)"
      title={`${t('sheet.title')}: ${entry.subject}`}
      closeButtonProps={{ 'aria-label': t('sheet.close') }}
      classNames={{ body: classes.paper ?? '' }}
    >
      <PagePreview
        pdf={sheet.data?.pdf ?? null}
        label={t('sheet.label')}
        final
        loading={sheet.loading}
        fault={sheet.fault}
        onRetry={sheet.refresh}
        actions={
          <Button
            data-autofocus
            size="compact-sm"
            h={30}
            disabled={!sheet.data}
            loading={saving}
            aria-keyshortcuts="Control+S"
            onClick={() => void save()}
            rightSection={<Kbd quiet>Ctrl S</Kbd>}
          >
            {t('sheet.save')}
          </Button>
        }
      />
    </Modal>
  );
}
