import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChosenFile } from '#shared/ipc/contract/common.ts';
import type { VerifyResult } from '#shared/ipc/contract/reports.ts';
import { useSession } from '../../../app/session.ts';
import { useMay } from '../../../app/use-may.ts';
import { useQuery } from '../../../app/use-query.ts';
import { ReasonList } from '../../../receipts/index.ts';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { formatInstant } from '../../../ui/instant.ts';
import { Kbd } from '../../../ui/kbd.tsx';
import { SpokenCode } from '../../../ui/spoken-code.tsx';
import { topDialogOrPopover } from '../../../ui/top-dialog.ts';
import type { EmbeddedReport } from '../model/embedded-report.ts';
import css from './receipt.module.css';
import { ReceiptDialog } from './receipt-dialog.tsx';

interface Props {
  readonly file: ChosenFile;
  readonly verdict: VerifyResult['verdict'];
  readonly report: EmbeddedReport;
}

/** What this office answered to a report that came in, each answer with its code, and the way to answer it. */
export function ReceiptPanel({ file, verdict, report }: Props) {
  const { t } = useTranslation('receipts');
  const app = useSession((session) => session.app);
  const issued = useQuery('receipts.issued', { file: file.token }, ['reports']);
  const [open, setOpen] = useState(false);
  const panel = useRef<HTMLElement>(null);
  const may = useMay('receive');
  // Nobody answers himself.
  const own = app?.unit?.code === report.unit.code;
  useEffect(() => {
    if (own || !may) return;
    const onKey = (event: KeyboardEvent) => {
      // A drawer may hold this panel; a dialog above it keeps its keys.
      const dialog = topDialogOrPopover();
      if (event.defaultPrevented || (dialog && !dialog.contains(panel.current))) return;
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key !== 'Enter') return;
      event.preventDefault();
      setOpen(true);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [own, may]);
  if (own) return null;
  const answers = [...(issued.data ?? [])].reverse();
  const [last, ...earlier] = answers;
  return (
    <section ref={panel} className={css.panel} aria-label={t('give.given')}>
      {issued.fault && <ErrorNotice fault={issued.fault} onRetry={issued.refresh} />}
      <div className={css.panelLine}>
        {last ? (
          <span data-tone={last.verdict === 'accepted' ? 'met' : 'missed'}>
            <b>
              <span aria-hidden="true">{last.verdict === 'accepted' ? '✓ ' : '↩ '}</span>
              {t('give.given')}: {t(`give.verdictGiven.${last.verdict}`)}
            </b>{' '}
            {t('at', { at: formatInstant(last.issuedAt) })}
          </span>
        ) : (
          <span className="dim">{issued.loading ? '' : t('give.none')}</span>
        )}
        {may && (
          <Button
            variant={last ? 'default' : 'filled'}
            aria-keyshortcuts="Control+Enter"
            rightSection={<Kbd quiet>Ctrl Enter</Kbd>}
            onClick={() => setOpen(true)}
          >
            {t('give.button')}
          </Button>
        )}
      </div>
      {last && (
        <>
          {last.reasons.length > 0 && <ReasonList reasons={last.reasons} />}
          <div className={css.spokenLine}>
            <span className="dim">{t('code')}</span>
            <SpokenCode code={last.code} label={t('code')} />
            <CopyButton text={last.code} label={t('copyCode')} />
          </div>
        </>
      )}
      {earlier.length > 0 && (
        <p className="dim">
          {t('take.earlier')}:{' '}
          {earlier
            .map(({ verdict: said, issuedAt, code }) =>
              [
                t(`give.verdictGiven.${said}`),
                formatInstant(issuedAt),
                `${code.slice(0, 4)} ${code.slice(4)}`,
              ].join(' · '),
            )
            .join('; ')}
        </p>
      )}
      {open && (
        <ReceiptDialog
          file={file}
          verdict={verdict}
          report={report}
          onClose={() => setOpen(false)}
          onIssued={issued.refresh}
        />
      )}
    </section>
  );
}
