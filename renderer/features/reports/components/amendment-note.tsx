import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ReportDraft } from '#shared/ipc/contract/reports.ts';
import { Card } from '../../../ui/card.tsx';
import { hasChanges } from '../model/changed-rows.ts';
import { useReportsView } from '../store.ts';
import { FigureChanges } from './figure-changes.tsx';

/** Above a draft that replaces a signed report: what has changed since, and the way back to the signed one. */
export function AmendmentNote({ amends }: { readonly amends: NonNullable<ReportDraft['amends']> }) {
  const { t } = useTranslation('reports');
  const amend = useReportsView((view) => view.amend);
  return (
    <Card
      title={t('changes.replaces', { n: amends.revision })}
      padded
      actions={
        <Button variant="default" size="compact-sm" onClick={() => amend(null)}>
          {t('changes.stay')}
        </Button>
      }
    >
      {hasChanges(amends.changes) ? <FigureChanges changes={amends.changes} /> : t('changes.none')}
    </Card>
  );
}
