import { z } from 'zod';
import { subjectText } from '#electron/report/asn1/certificate.ts';
import { VERIFY_CODES } from '#electron/report/verify/codes.ts';
import { judgeSigner, type Trust } from '#electron/report/verify/trust.ts';
import { AppError } from '#shared/errors.ts';
import type { ReceiptEntry } from '#shared/ipc/contract/receiver.ts';
import type { Enrolment } from '#shared/ipc/contract/reports.ts';
import type { Parsed } from '#shared/ipc/contract.ts';
import { standingReceipt } from '#shared/receiver/standing-receipt.ts';
import type { Workspace } from '../context.ts';
import type { Store } from '../ports.ts';
import { enrolCertificate, trustOf } from '../reports/enrolments.ts';
import { type OpenedReceipt, openReceipt } from './seal-receipt.ts';

/** Keys of receipts in the folder: those issued here by report file, those taken in by the archived report. */
export const ISSUED = 'receipts.issued.';
export const TAKEN = 'receipts.taken.';

/** A receipt as kept: the very file, so that its signature can be shown at any time. */
const kept = z.strictObject({
  file: z.string(),
  trusted: z.boolean(),
  at: z.string(),
  by: z.string(),
});

/** A receipt of the folder with the key under which it is kept. */
interface KeptReceipt {
  readonly key: string;
  readonly opened: OpenedReceipt;
}

/** The kept receipts whose keys begin with a prefix, oldest answer first. */
export function keptReceipts({ documents }: Store, prefix: string): KeptReceipt[] {
  return documents
    .keys(prefix)
    .flatMap((key) => {
      const opened = openReceipt(Buffer.from(kept.parse(documents.get(key)).file, 'utf8'));
      return 'fault' in opened ? [] : [{ key, opened }];
    })
    .sort((a, b) => (a.opened.receipt.issuedAt < b.opened.receipt.issuedAt ? -1 : 1));
}

/** Whether the signer of an answer may speak for the receiver that it names. */
export function standingOf(
  { receipt, signature }: OpenedReceipt,
  trust: Trust,
  now: string,
): 'trusted' | 'unknown' | 'refused' {
  const { receiver, issuedAt } = receipt;
  const kinds = new Set(
    judgeSigner(signature, receiver, issuedAt, now, trust).map(({ code }) => VERIFY_CODES[code]),
  );
  if (kinds.has('invalid')) return 'refused';
  return kinds.has('unknown') ? 'unknown' : 'trusted';
}

/**
 * The receipts taken in for the reports of this folder, by the report's id in the archive, oldest answer first. Whom
 * to believe is judged by what is trusted now: a signer enrolled after his answer came in counts from then on.
 */
export function takenReceipts(workspace: Workspace): Map<number, ReceiptEntry[]> {
  const found = new Map<number, ReceiptEntry[]>();
  const taken = keptReceipts(workspace.store, TAKEN);
  if (taken.length === 0) return found;
  const trust = trustOf(workspace);
  const now = workspace.clock.now();
  for (const { key, opened } of taken) {
    const id = Number(key.slice(TAKEN.length).split('.')[0]);
    const entry = entryOf(opened, standingOf(opened, trust, now) === 'trusted');
    found.set(id, [...(found.get(id) ?? []), entry]);
  }
  return found;
}

/** What the answer that stands says of an archived report; null where none came in. */
export function receiptState(
  receipts: readonly ReceiptEntry[],
): Pick<ReceiptEntry, 'verdict' | 'trusted' | 'issuedAt' | 'reasons'> | null {
  const standing = standingReceipt(receipts);
  if (standing === null) return null;
  const { verdict, trusted, issuedAt, reasons } = standing;
  return { verdict, trusted, issuedAt, reasons };
}

/**
 * Enrols who signed an answer that was taken in, for the receiver that it names. Throws `AppError` RECORD_UNKNOWN
 * where no such answer is kept.
 */
export function trustReceiptSigner(
  workspace: Workspace,
  { report, signer }: Parsed<'receipts.trustSigner'>,
): Promise<Enrolment> {
  const found = keptReceipts(workspace.store, TAKEN).find(
    ({ opened: { receipt, signature } }) =>
      receipt.report.sha256 === report && signature.signer.sha256 === signer,
  );
  if (found === undefined) throw new AppError('RECORD_UNKNOWN');
  const { receipt, signature } = found.opened;
  return enrolCertificate(workspace, signature.signer, receipt.receiver.code);
}

/** A receipt as the window shows it. */
export function entryOf({ receipt, signature }: OpenedReceipt, trusted: boolean): ReceiptEntry {
  const { report, verdict, reasons, receiver, issuedAt, code } = receipt;
  const { signer } = signature;
  return {
    reportId: report.id,
    revision: report.revision,
    sha256: report.sha256,
    period: report.period,
    unit: report.unit,
    verdict,
    reasons,
    receiver,
    issuedAt,
    code,
    signer: { subject: subjectText(signer).slice(0, 300), sha256: signer.sha256 },
    trusted,
  };
}
