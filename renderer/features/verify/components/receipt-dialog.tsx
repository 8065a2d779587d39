import { Modal, SegmentedControl } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { periodTitle } from '#shared/i18n/period-words.ts';
import type { ChosenFile } from '#shared/ipc/contract/common.ts';
import type { SigningKey } from '#shared/ipc/contract/keys.ts';
import type { VerifyResult } from '#shared/ipc/contract/reports.ts';
import type { Output } from '#shared/ipc/contract.ts';
import { type ReceiptVerdict, receiptFileName } from '#shared/receiver/receipt.ts';
import { receiptPlaces } from '#shared/receiver/receipt-places.ts';
import { call } from '../../../app/bridge.ts';
import { useFormat } from '../../../app/words.ts';
import { SigningForm } from '../../../keys/index.ts';
import type { EmbeddedReport } from '../model/embedded-report.ts';
import { useReceiptDraft } from '../model/receipt-draft.ts';
import css from './receipt.module.css';
import { ReceiptDone } from './receipt-done.tsx';
import { ReceiptReasons } from './receipt-reasons.tsx';

interface Props {
  readonly file: ChosenFile;
  readonly verdict: VerifyResult['verdict'];
  readonly report: EmbeddedReport;
  onClose(): void;
  /** An answer was signed; the dialog still shows its code. */
  onIssued?(): void;
}

/** Answers a report that came in: accepted, or returned with reasons; signed, saved beside it, its code to be read out. */
export function ReceiptDialog({ file, verdict, report, onClose, onIssued }: Props) {
  const { t } = useTranslation('receipts');
  const { language } = useFormat();
  const { draft, change, forget } = useReceiptDraft(file.token);
  const [done, setDone] = useState<Output<'receipts.issue'> | null>(null);
  // Where to write was asked once; a wrong passphrase does not ask again.
  const target = useRef<{ readonly name: string; readonly token: string } | null>(null);

  const acceptable = verdict === 'valid' && !report.sample;
  const chosen: ReceiptVerdict = draft.verdict ?? (acceptable ? 'accepted' : 'returned');
  const reasons = draft.lines
    .filter(({ text }) => text.trim() !== '')
    .map(({ where, text }) => ({ where, text: text.trim() }));
  const which = t('which', {
    period: periodTitle(report.period.id, language),
    n: report.report.revision,
  });

  const sign = async (key: SigningKey) => {
    const proposedName = receiptFileName(
      { unitCode: report.unit.code, period: report.period.id, revision: report.report.revision },
      chosen,
    );
    if (target.current?.name !== proposedName) {
      const saved = await call('files.saveAs', { proposedName, kind: 'scl-receipt', beside: file.token });
      if (!saved) return;
      target.current = { name: proposedName, token: saved.token };
    }
    const issued = await call('receipts.issue', {
      file: file.token,
      verdict: chosen,
      reasons: chosen === 'returned' ? reasons : [],
      key,
      target: target.current.token,
    });
    forget();
    setDone(issued);
    onIssued?.();
  };

  return (
    <Modal
      opened
      data-help="receipt"
      onClose={onClose}
      title={
        done
          ? t(done.receipt.verdict === 'accepted' ? 'give.doneAccepted' : 'give.doneReturned')
          : t('give.title')
      }
      size={720}
      closeButtonProps={{ 'aria-label': t('give.cancel') }}
    >
      <p className={css.about}>
        <b>{report.unit.name}</b> · {which}
      </p>
      {done ? (
        <ReceiptDone issued={done} onClose={onClose} />
      ) : (
        <div className={css.compose}>
          <SegmentedControl
            data-autofocus
            aria-label={t('give.verdict')}
            value={chosen}
            onChange={(value) => change({ verdict: value === 'accepted' ? 'accepted' : 'returned' })}
            data={[
              { value: 'accepted', label: t('give.accept'), disabled: !acceptable },
              { value: 'returned', label: t('give.return') },
            ]}
          />
          {!acceptable && <p className={css.hint}>{t(report.sample ? 'give.notSample' : 'give.notValid')}</p>}
          {chosen === 'returned' && (
            <ReceiptReasons draft={draft} places={receiptPlaces(report)} onChange={change} />
          )}
          <p className="dim">{t('give.about')}</p>
          <SigningForm
            submitLabel={t('give.submit')}
            ready={chosen === 'accepted' || reasons.length > 0}
            onSign={sign}
          />
        </div>
      )}
    </Modal>
  );
}
