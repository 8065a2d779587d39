import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { periodTitle } from '#shared/i18n/period-words.ts';
import type { ChosenFile } from '#shared/ipc/contract/common.ts';
import type { ReportEntry } from '#shared/ipc/contract/reports.ts';
import { type CallFault, call, toFault } from '../../../app/bridge.ts';
import { useQuery } from '../../../app/use-query.ts';
import { useFormat } from '../../../app/words.ts';
import { SummaryButton } from '../../../papers/summary-button.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { Fingerprint } from '../../../ui/fingerprint.tsx';
import { formatInstant, formatSize } from '../../../ui/instant.ts';
import { Kbd } from '../../../ui/kbd.tsx';
import { hasChanges } from '../model/changed-rows.ts';
import css from '../reports.module.css';
import { useReportsView } from '../store.ts';
import { AnswerSection } from './answer-section.tsx';
import { FigureChanges } from './figure-changes.tsx';

/** A signed report: who, when, its fingerprint; saved as the file to send, or replaced by a new one. */
export function SignedReport({
  report,
  returned,
  onCode,
}: {
  readonly report: ReportEntry;
  /** The receiver returned it: replacing it comes first. */
  readonly returned: boolean;
  /** Opens the look-up of a code that was heard over the phone. */
  onCode(): void;
}) {
  const { t } = useTranslation('reports');
  const format = useFormat();
  const { exported, wasExported, amend } = useReportsView();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<CallFault | null>(null);
  const [file, setFile] = useState<ChosenFile | null>(null);
  const saved = exported[report.id];
  const now = useQuery('reports.draft', { period: report.period }, ['dossiers', 'ledgers', 'reports']);
  const changes = now.data?.amends?.changes ?? null;

  const save = async () => {
    setBusy(true);
    setFault(null);
    try {
      const target = await call('files.saveAs', { proposedName: report.fileName, kind: 'pdf' });
      if (!target) return;
      const done = await call('reports.export', { id: report.id, target: target.token });
      setFile(done.saved);
      wasExported(report.id, done.saved.name);
    } catch (reason) {
      setFault(toFault(reason));
    } finally {
      setBusy(false);
    }
  };

  return (
    <section className={css.signed}>
      <h2>
        <span aria-hidden="true">✓ </span>
        {t('signed.title', { period: periodTitle(report.period, format.language) })}
      </h2>
      <AnswerSection sha256={report.sha256} onCode={onCode} />
      <dl>
        <dt>{t('signed.by')}</dt>
        <dd>{report.signedBy}</dd>
        <dt>{t('signed.at')}</dt>
        <dd>{formatInstant(report.signedAt)}</dd>
        <dt>{t('signed.number')}</dt>
        <dd>
          {report.reportId} · {t('signed.revision', { n: report.revision })}
        </dd>
        <dt>{t('signed.file')}</dt>
        <dd>
          {report.fileName} · {formatSize(report.size, format.language)}
        </dd>
        <dt>{t('signed.fingerprint')}</dt>
        <dd>
          <Fingerprint sha256={report.sha256} />
        </dd>
      </dl>
      {changes && hasChanges(changes) && (
        <div className={css.since}>
          <h3>
            <span aria-hidden="true">! </span>
            {t('changes.since')}
          </h3>
          <FigureChanges changes={changes} />
        </div>
      )}
      {fault && <ErrorNotice fault={fault} />}
      <div className={css.buttons}>
        <Button
          data-next
          variant={returned ? 'default' : 'filled'}
          autoFocus
          loading={busy}
          onClick={() => void save()}
          rightSection={<Kbd quiet>Enter</Kbd>}
        >
          {t('signed.export')}
        </Button>
        <Button
          variant={returned ? 'filled' : 'default'}
          onClick={() => amend(report.period)}
          title={t('signed.againHint')}
        >
          {t('signed.again')}
        </Button>
        <SummaryButton period={report.period} />
        {file && (
          <Button
            variant="default"
            onClick={() =>
              void call('files.reveal', { token: file.token }).catch((reason: unknown) =>
                setFault(toFault(reason)),
              )
            }
          >
            {t('signed.reveal')}
          </Button>
        )}
      </div>
      <p role="status" className={css.exported}>
        {saved && (
          <>
            <span aria-hidden="true">✓ </span>
            {t('signed.exported', { name: saved })}
          </>
        )}
      </p>
      <p className="dim">
        {changes && !hasChanges(changes) && `${t('changes.none')} `}
        {t('signed.againHint')}
      </p>
    </section>
  );
}
