import { Button, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { periodShort } from '#shared/i18n/period-words.ts';
import { call, toFault } from '../../../app/bridge.ts';
import { useQuery } from '../../../app/use-query.ts';
import { useFormat } from '../../../app/words.ts';
import { PagePreview } from '../../../ui/pdf/page-preview.tsx';
import { showDone, showFault } from '../../../ui/toast.tsx';
import classes from '../targets.module.css';

/** A paper of this screen: the plan of a period's year, or the list that those who were told sign. */
export type Paper =
  | { readonly kind: 'plan'; readonly period: string }
  | { readonly kind: 'signing-list'; readonly subject: string | null };

/** Shows a paper as it will be printed, prints it or saves it. */
export function PaperDialog({ what, onClose }: { readonly what: Paper; readonly onClose: () => void }) {
  const { t } = useTranslation('targets');
  const format = useFormat();
  const plan = useQuery('targets.planPdf', what.kind === 'plan' ? { period: what.period } : null, [
    'ledgers',
    'settings',
  ]);
  const list = useQuery(
    'targets.signingListPdf',
    what.kind === 'signing-list' ? { subject: what.subject } : null,
    ['ledgers', 'settings'],
  );
  const shown = what.kind === 'plan' ? plan : list;
  const title = t(what.kind === 'plan' ? 'plan.paper' : 'communication.paper');

  async function save(): Promise<void> {
    const name =
      what.kind === 'plan'
        ? t('plan.fileName', { period: periodShort(what.period, format.language).replaceAll('/', '-') })
        : t('communication.fileName');
    try {
      const target = await call('files.saveAs', { proposedName: name, kind: 'pdf' });
      if (!target) return;
      const { saved } = await call('targets.savePdf', { what, target: target.token });
      showDone(t('plan.saved', { name: saved.name }));
    } catch (reason) {
      showFault(toFault(reason));
    }
  }

  return (
    <Modal
      opened
      onClose={onClose}
      size="min(1120px, 96vw)"
      title={title}
      closeButtonProps={{ 'aria-label': t('pdf.close') }}
      classNames={{ body: classes.paper ?? '' }}
    >
      <PagePreview
        pdf={shown.data?.pdf ?? null}
        label={title}
        final
        loading={shown.loading}
        fault={shown.fault}
        onRetry={shown.refresh}
        actions={
          <Button data-autofocus size="compact-sm" h={30} disabled={!shown.data} onClick={() => void save()}>
            {t('plan.save')}
          </Button>
        }
      />
    </Modal>
  );
}
