import { Button, Modal, Radio, Stack, Textarea } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useKept } from '../../../app/kept.ts';
import { Kbd } from '../../../ui/kbd.tsx';

interface Props {
  onClose(): void;
  /** Why ID numbers are written whole; null: they are masked. */
  onStart(reason: string | null): void;
}

/** Asks whoever may see ID numbers whether they go into the workbook; masked is what Enter does. */
export function ExportDialog({ onClose, onStart }: Props) {
  const { t } = useTranslation(['dossiers', 'common']);
  const [whole, setWhole] = useKept('dossiers.export.whole', false);
  const [reason, setReason] = useKept('dossiers.export.reason', '');
  const ready = !whole || reason.trim() !== '';
  const start = () => {
    if (ready) onStart(whole ? reason.trim() : null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const inText = event.target instanceof HTMLTextAreaElement;
    if (event.key !== 'Enter' || (inText && !(event.ctrlKey || event.metaKey))) return;
    if (event.target instanceof HTMLButtonElement) return;
    event.preventDefault();
    event.stopPropagation();
    start();
  };
  return (
    <Modal
      opened
      data-help="export"
      onClose={onClose}
      title={t('export.title')}
      size={520}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <Stack gap={12} onKeyDown={onKeyDown}>
        <Radio.Group
          label={t('export.numbers')}
          value={whole ? 'whole' : 'masked'}
          onChange={(choice) => setWhole(choice === 'whole')}
        >
          <Stack gap={6} mt={6}>
            <Radio data-autofocus value="masked" label={t('export.masked')} />
            <Radio value="whole" label={t('export.whole')} />
          </Stack>
        </Radio.Group>
        <Textarea
          label={t('export.reason')}
          description={t('export.reasonHint')}
          disabled={!whole}
          required={whole}
          autosize
          minRows={2}
          maxRows={4}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <div style={{ display: 'flex', flexWrap: 'wrap', gap: 10 }}>
          <Button
            disabled={!ready}
            onClick={start}
            aria-keyshortcuts={whole ? 'Control+Enter' : 'Enter'}
            rightSection={<Kbd quiet>{whole ? 'Ctrl Enter' : 'Enter'}</Kbd>}
          >
            {t('export.start')}
          </Button>
          <Button
            variant="default"
            onClick={onClose}
            aria-keyshortcuts="Escape"
            rightSection={<Kbd quiet>Esc</Kbd>}
          >
            {t('common:action.cancel')}
          </Button>
        </div>
      </Stack>
    </Modal>
  );
}
