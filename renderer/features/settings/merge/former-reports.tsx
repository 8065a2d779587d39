import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { periodTitle } from '#shared/i18n/period-words.ts';
import type { FormerReportEntry } from '#shared/ipc/contract/merge.ts';
import type { VerifyResult } from '#shared/ipc/contract/reports.ts';
import { call } from '../../../app/bridge.ts';
import { useDeed } from '../../../app/use-deed.ts';
import { useQuery } from '../../../app/use-query.ts';
import { useFormat } from '../../../app/words.ts';
import { PagePreview } from '../../../printing/page-preview.tsx';
import { Card } from '../../../ui/card.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { formatInstant } from '../../../ui/instant.ts';
import { showDone } from '../../../ui/toast.tsx';
import { ToneBadge } from '../../../ui/verdict-badge.tsx';
import { VERDICT_LOOK } from '../../../ui/verdict-look.ts';
import settings from '../settings.module.css';
import classes from './merge.module.css';

/** Reports that former units signed: opened, checked and saved under their own names. */
export function FormerReports() {
  const { t } = useTranslation('merge');
  const { data, fault, refresh } = useQuery('merge.reports', {}, ['reports']);
  const [open, setOpen] = useState<FormerReportEntry | null>(null);
  return (
    <Card title={t('reports.title')}>
      {fault ? <ErrorNotice fault={fault} onRetry={refresh} /> : null}
      {data?.length === 0 ? <p className={settings.cardText}>{t('reports.none')}</p> : null}
      {data && data.length > 0 ? (
        <table className={classes.table}>
          <thead>
            <tr>
              <th>{t('reports.unit')}</th>
              <th>{t('reports.period')}</th>
              <th>{t('reports.signed')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {data.map((report) => (
              <ReportLine key={report.id} report={report} onOpen={() => setOpen(report)} />
            ))}
          </tbody>
        </table>
      ) : null}
      {open ? <ReportPages report={open} onClose={() => setOpen(null)} /> : null}
    </Card>
  );
}

function ReportLine({ report, onOpen }: { readonly report: FormerReportEntry; readonly onOpen: () => void }) {
  const { t } = useTranslation(['merge', 'verifyScreen']);
  const { language } = useFormat();
  const [checked, setChecked] = useState<VerifyResult | null>(null);
  const { busy, fault, run } = useDeed();
  const check = () => run(async () => setChecked(await call('merge.verifyReport', { id: report.id })));
  const save = () =>
    run(async () => {
      const target = await call('files.saveAs', { proposedName: report.fileName, kind: 'pdf' });
      if (target === null) return;
      const { saved } = await call('merge.exportReport', { id: report.id, target: target.token });
      showDone(t('merge:done.saved', { name: saved.name }));
    });
  return (
    <tr>
      <td>
        {report.unitName} <span className="dim">{report.unitCode}</span>
      </td>
      <td>
        {periodTitle(report.period, language)}
        {report.revision > 1 ? ` · ${t('merge:reports.revision', { n: report.revision })}` : ''}
      </td>
      <td>
        {formatInstant(report.signedAt)}
        {report.receipts > 0 ? ` · ${t('merge:reports.receipts', { count: report.receipts })}` : ''}
        {checked ? (
          <div>
            <ToneBadge {...VERDICT_LOOK[checked.verdict]}>
              {t(`verifyScreen:verdict.${checked.verdict}`)}
            </ToneBadge>
            {checked.verdict === 'valid' ? null : ` ${checked.reasons[0]?.message ?? ''}`}
          </div>
        ) : null}
        {fault ? <ErrorNotice fault={fault} /> : null}
      </td>
      <td>
        <div className={settings.entryButtons}>
          <Button variant="subtle" size="compact-sm" onClick={onOpen}>
            {t('merge:reports.open')}
          </Button>
          <Button variant="subtle" size="compact-sm" loading={busy} onClick={() => void check()}>
            {t('merge:reports.check')}
          </Button>
          <Button variant="subtle" size="compact-sm" onClick={() => void save()}>
            {t('merge:reports.save')}
          </Button>
        </div>
      </td>
    </tr>
  );
}

function ReportPages({
  report,
  onClose,
}: {
  readonly report: FormerReportEntry;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('merge');
  const { language } = useFormat();
  const shown = useQuery('merge.reportPdf', { id: report.id });
  return (
    <Modal
      opened
      onClose={onClose}
      size="min(1120px, 96vw)"
      title={`${report.unitName} · ${periodTitle(report.period, language)}`}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <PagePreview
        pdf={shown.data?.pdf ?? null}
        label={report.fileName}
        final
        loading={shown.loading}
        fault={shown.fault}
        onRetry={shown.refresh}
      />
    </Modal>
  );
}
