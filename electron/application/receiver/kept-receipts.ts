import { z } from 'zod';
import { subjectText } from '#electron/report/asn1/certificate.ts';
import type { ReceiptEntry } from '#shared/ipc/contract/receiver.ts';
import type { Store } from '../ports.ts';
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

/** The receipts taken in for the reports of this folder, by the report's id in the archive, oldest answer first. */
export function takenReceipts(store: Store): Map<number, ReceiptEntry[]> {
  const found = new Map<number, ReceiptEntry[]>();
  for (const key of store.documents.keys(TAKEN)) {
    const id = Number(key.slice(TAKEN.length).split('.')[0]);
    const entry = readKept(store.documents.get(key));
    if (entry !== null) found.set(id, [...(found.get(id) ?? []), entry]);
  }
  for (const list of found.values()) list.sort((a, b) => (a.issuedAt < b.issuedAt ? -1 : 1));
  return found;
}

/** What the last believable answer says of an archived report; one by an enrolled key outweighs all others. */
export function receiptState(
  receipts: readonly ReceiptEntry[],
): Pick<ReceiptEntry, 'verdict' | 'trusted' | 'issuedAt' | 'reasons'> | null {
  const trusted = receipts.filter((one) => one.trusted);
  const last = (trusted.length > 0 ? trusted : receipts).at(-1);
  if (last === undefined) return null;
  const { verdict, issuedAt, reasons } = last;
  return { verdict, trusted: last.trusted, issuedAt, reasons };
}

function readKept(value: unknown): ReceiptEntry | null {
  const { file, trusted } = kept.parse(value);
  const opened = openReceipt(Buffer.from(file, 'utf8'));
  return 'fault' in opened ? null : entryOf(opened, trusted);
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
