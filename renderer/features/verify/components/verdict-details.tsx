import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '#shared/domain/local-date.ts';
import { periodTitle } from '#shared/i18n/period-words.ts';
import type { VerifyResult } from '#shared/ipc/contract/reports.ts';
import { hexGroups } from '#shared/report/report-code.ts';
import { useFormat } from '../../../app/words.ts';
import { Fingerprint } from '../../../ui/fingerprint.tsx';
import { formatInstant } from '../../../ui/instant.ts';
import { VERDICT_LOOK } from '../../../ui/verdict-look.ts';
import { embeddedConsolidated } from '../model/embedded-consolidated.ts';
import { embeddedReport } from '../model/embedded-report.ts';
import { type CheckedFile, checkAgain } from '../store.ts';
import css from '../verify.module.css';
import { AddedAfter } from './added-after.tsx';
import { ConsolidatedDetails } from './consolidated-details.tsx';
import { ReceiptPanel } from './receipt-panel.tsx';
import { ReportedFigures } from './reported-figures.tsx';
import { TrustDialog } from './trust-dialog.tsx';

/** The verdict on one file in plain words: what it means, why, who signed, what the file says. */
export function VerdictDetails({
  checked,
  nameable = true,
  onTrusted = () => void checkAgain(),
}: {
  readonly checked: CheckedFile & { readonly result: VerifyResult };
  /** False for a file that no other call can name, because it stands within a zip. */
  readonly nameable?: boolean;
  /** The signer is trusted now; the list of checked files is checked again unless told otherwise. */
  onTrusted?(): void;
}) {
  const { t, i18n } = useTranslation(['verifyScreen', 'paperCode']);
  const { language } = useFormat();
  const [trusting, setTrusting] = useState(false);
  const { result, file } = checked;
  const look = VERDICT_LOOK[result.verdict];
  const report = embeddedReport(result.report);
  const consolidated = embeddedConsolidated(result.report);
  // A file may also wait for others: somebody who signed it later, or a newer version of the program.
  const unknownSigner =
    result.verdict === 'unknown' &&
    result.signer !== null &&
    result.reasons.some(({ code }) => code === 'SIGNER_NOT_ENROLLED' || code === 'SIGNER_UNIT_UNKNOWN');
  const words = ({ code, message }: { code: string; message: string }) =>
    message !== '' && message !== code
      ? message
      : i18n.exists(`verifyScreen:codes.${code}`)
        ? t(`codes.${code as 'ALTERED'}`)
        : code;
  return (
    <section className={css.details} aria-label={t('details', { file: file.name })}>
      <div className={css.verdict} data-tone={look.tone} role="status">
        <span className={css.bigMark} aria-hidden="true">
          {look.mark}
        </span>
        <div>
          <h2>{t(`verdict.${result.verdict}`)}</h2>
          <p>{t(`meaning.${result.verdict}`)}</p>
        </div>
        {unknownSigner && nameable && <Button onClick={() => setTrusting(true)}>{t('trust.button')}</Button>}
      </div>
      {result.reasons.length > 0 && (
        <div className={css.why}>
          <h3>{t(`why.${result.verdict}`)}</h3>
          <ul>
            {result.reasons.map((reason, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same code may stand twice, for two places
              <li key={at}>{words(reason)}</li>
            ))}
          </ul>
        </div>
      )}
      {report && nameable && <ReceiptPanel file={file} verdict={result.verdict} report={report} />}
      {result.additions.length > 0 && (
        <AddedAfter
          additions={result.additions}
          file={file}
          unit={report && nameable && result.verdict !== 'invalid' ? report.unit : null}
          onTrusted={onTrusted}
        />
      )}
      <dl className={css.facts}>
        <dt>{t('fields.file')}</dt>
        <dd>{file.name}</dd>
        <dt>{t('fields.signer')}</dt>
        <dd>{result.signer ? result.signer.subject : <span className="dim">{t('fields.noSigner')}</span>}</dd>
        {result.signer && (
          <>
            <dt>{t('trust.fingerprint')}</dt>
            <dd>
              <Fingerprint sha256={result.signer.sha256} />
            </dd>
            <dt>{t('fields.algorithm')}</dt>
            <dd>{result.signer.algorithm}</dd>
          </>
        )}
        <dt>{t('fields.signedAt')}</dt>
        <dd>{result.signedAt ? formatInstant(result.signedAt) : t('fields.unknown')}</dd>
        {report && (
          <>
            <dt>{t('fields.unit')}</dt>
            <dd>
              {report.unit.name} <span className="dim">({report.unit.code})</span>
            </dd>
            <dt>{t('fields.receiver')}</dt>
            <dd>{report.receiver.to}</dd>
            <dt>{t('fields.period')}</dt>
            <dd>
              {periodTitle(report.period.id, language)}{' '}
              <span className="dim">
                ({formatDate(report.period.from)} – {formatDate(report.period.to)})
              </span>
            </dd>
            <dt>{t('fields.report')}</dt>
            <dd>
              {report.report.id} · {t('fields.revision', { n: report.report.revision })}
            </dd>
            {result.dataSha256 !== null && (
              <>
                <dt>{t('paperCode:data')}</dt>
                <dd>
                  <code>{hexGroups(result.dataSha256).join(' ')}</code>
                </dd>
              </>
            )}
            {report.report.supersedes && (
              <>
                <dt>{t('fields.supersedes')}</dt>
                <dd>
                  {report.report.supersedes.reportId} ·{' '}
                  {t('fields.revision', { n: report.report.supersedes.revision })}
                </dd>
              </>
            )}
          </>
        )}
      </dl>
      {report ? (
        <>
          {result.verdict !== 'valid' && <p className={css.caution}>▲ {t('caution')}</p>}
          <ReportedFigures objectives={report.objectives} />
        </>
      ) : consolidated ? (
        <>
          {result.verdict !== 'valid' && <p className={css.caution}>▲ {t('caution')}</p>}
          <ConsolidatedDetails report={consolidated} />
        </>
      ) : (
        <p className="dim">{t('unread')}</p>
      )}
      {trusting && result.signer && (
        <TrustDialog
          file={file}
          signer={result.signer}
          unit={(report ?? consolidated)?.unit ?? null}
          onClose={() => setTrusting(false)}
          onTrusted={() => {
            setTrusting(false);
            onTrusted();
          }}
        />
      )}
    </section>
  );
}
