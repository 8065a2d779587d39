import { Modal } from '@mantine/core';
import type { CallFault } from '../app/bridge.ts';
import type { HelpSubject } from '../help/topics.ts';
import { PagePreview } from '../printing/page-preview.tsx';
import classes from './papers.module.css';
import { SavePdfButton, type useSavePdf } from './save-pdf.tsx';

interface Props {
  readonly title: string;
  /** What the page is, for those who do not see it. */
  readonly label: string;
  /** False while it is a draft. */
  readonly final?: boolean;
  readonly shown: {
    readonly data: { readonly pdf: Uint8Array } | null;
    readonly loading: boolean;
    readonly fault: CallFault | null;
    refresh(): void;
  };
  readonly saving: ReturnType<typeof useSavePdf>;
  readonly words: { readonly save: string; readonly close: string };
  /** What the guide says of it; absent: that of the screen. */
  readonly help?: HelpSubject;
  onClose(): void;
}

/** The dialog that shows a page as it will be printed, with the button that saves it. */
export function PaperFrame({ title, label, final = true, shown, saving, words, help, onClose }: Props) {
  return (
    <Modal
      opened
      data-help={help}
      onClose={onClose}
      size="min(1120px, 96vw)"
      title={title}
      closeButtonProps={{ 'aria-label': words.close }}
      classNames={{ body: classes.paper ?? '' }}
    >
      <PagePreview
        pdf={shown.data?.pdf ?? null}
        label={label}
        final={final}
        loading={shown.loading}
        fault={shown.fault}
        onRetry={shown.refresh}
        actions={<SavePdfButton first label={words.save} ready={shown.data !== null} saving={saving} />}
      />
    </Modal>
  );
}
