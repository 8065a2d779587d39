import { sha256Hex } from '#electron/common/sha256.ts';
import type { ReceiptEntry } from '#shared/ipc/contract/receiver.ts';
import type { Output } from '#shared/ipc/contract.ts';
import { RECEIPT_VERDICTS } from '#shared/receiver/receipt.ts';
import { passesCheck } from '#shared/receiver/verhoeff.ts';
import type { ReportV1 } from '#shared/report/report-v1.ts';
import { readProfile } from '../app/documents.ts';
import { MOST_BYTES, readSmallFile } from '../app/read-small-file.ts';
import type { Workspace } from '../context.ts';
import { trustOf } from '../reports/enrolments.ts';
import { entryOf, standingOf, TAKEN, takenReceipts } from './kept-receipts.ts';
import { receiptFault } from './receipt-fault.ts';
import { openReceipt, receiptCode } from './seal-receipt.ts';

/**
 * Takes in the answer to a report of this folder: its signature fits, it names an archived report by id, revision and
 * hash, its code follows from them, it is not older than the report, and its signer may speak for the receiver.
 * Where the signer is not enrolled yet it is kept with `trusted` false. Throws `AppError` RECEIPT_INVALID,
 * INPUT_MISSING, FILE_TOO_LARGE.
 */
export async function takeReceipt(workspace: Workspace, token: string): Promise<ReceiptEntry> {
  const { store, clock } = workspace;
  const bytes = readSmallFile(workspace.files.resolve(token), MOST_BYTES.receipt);
  const opened = openReceipt(bytes);
  if ('fault' in opened) throw receiptFault(opened.fault, workspace);
  const { receipt } = opened;
  const archived = store.reports.list().find(({ sha256 }) => sha256 === receipt.report.sha256);
  if (archived === undefined) {
    const { code, name } = receipt.report.unit;
    const other = code !== readProfile(store).unit.code;
    throw receiptFault(other ? 'other-unit' : 'report', workspace, { unit: `${name} (${code})` });
  }
  const report = store.reports.json(archived.id) as ReportV1;
  if (
    receipt.report.id !== archived.reportId ||
    receipt.report.revision !== archived.revision ||
    receipt.report.period !== archived.period ||
    receipt.report.unit.code !== report.unit.code ||
    receipt.report.unit.name !== report.unit.name
  )
    throw receiptFault('identity', workspace);
  if (receipt.code !== receiptCode(archived.sha256, receipt.verdict, report.receiver.to))
    throw receiptFault('code', workspace);
  if (!isInstant(receipt.issuedAt) || receipt.issuedAt < archived.signedAt)
    throw receiptFault('time', workspace);
  // Nobody answers himself.
  if (receipt.receiver.code === report.unit.code) throw receiptFault('signer', workspace);
  const standing = standingOf(opened, trustOf(workspace), clock.now());
  if (standing === 'refused') throw receiptFault('signer', workspace);
  const trusted = standing === 'trusted';
  const key = `${TAKEN}${archived.id}.${receipt.issuedAt}.${sha256Hex(bytes).slice(0, 16)}`;
  const kept = { file: bytes.toString('utf8'), trusted, at: clock.now(), by: workspace.actor.login };
  await store.write((tx) => tx.putDocument(key, kept));
  return entryOf(opened, trusted);
}

/** All answers taken in, oldest first. */
export function listReceipts(workspace: Workspace): ReceiptEntry[] {
  return [...takenReceipts(workspace).values()].flat().sort((a, b) => (a.issuedAt < b.issuedAt ? -1 : 1));
}

/** The report and verdict for which a code stands; digits are found whatever stands between them. */
export function receiptByCode({ store }: Workspace, typed: string): Output<'receipts.byCode'> {
  const digits = typed.replace(/[\s.-]/g, '');
  if (!/^\d{8}$/.test(digits) || !passesCheck(digits)) return { wellFormed: false, match: null };
  // The newest report first: were two ever to share a code, it is the likelier one.
  for (const { id, reportId, revision, period, sha256 } of [...store.reports.list()].reverse()) {
    const { receiver } = store.reports.json(id) as ReportV1;
    const verdict = RECEIPT_VERDICTS.find((one) => receiptCode(sha256, one, receiver.to) === digits);
    if (verdict !== undefined)
      return { wellFormed: true, match: { id, reportId, revision, period, verdict } };
  }
  return { wellFormed: true, match: null };
}

function isInstant(text: string): boolean {
  const time = Date.parse(text);
  return Number.isFinite(time) && new Date(time).toISOString().slice(0, 19) === text.slice(0, 19);
}
