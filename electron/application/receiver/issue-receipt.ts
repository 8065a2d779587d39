import { writeAtomically } from '#electron/common/write-atomically.ts';
import { loadReportResources } from '#electron/report/resources.ts';
import { verifyReport } from '#electron/report/verify/verify-report.ts';
import type { ReceiptEntry } from '#shared/ipc/contract/receiver.ts';
import type { Output, Parsed } from '#shared/ipc/contract.ts';
import { RECEIPT_FORMAT, RECEIPT_VERSION, type ReceiptV1 } from '#shared/receiver/receipt.ts';
import { cleanLine, cleanParagraphs } from '#shared/report/clean-text.ts';
import { REPORT_FORMAT, REPORT_VERSION, type ReportV1 } from '#shared/report/report-v1.ts';
import { readProfile } from '../app/documents.ts';
import { describeFile } from '../app/file-tokens.ts';
import { MOST_BYTES, readSmallFile } from '../app/read-small-file.ts';
import type { Workspace } from '../context.ts';
import { withSigner } from '../keys/open-key.ts';
import { trustOf } from '../reports/enrolments.ts';
import { reportDigest } from '../reports/report-digest.ts';
import { unwrap } from '../reports/unwrap.ts';
import { entryOf, ISSUED, keptReceipts } from './kept-receipts.ts';
import { receiptFault } from './receipt-fault.ts';
import { openReceipt, receiptCode, sealReceipt } from './seal-receipt.ts';

/**
 * Answers a report that came in: checks it anew, pages included, signs the answer and keeps it. Only a valid report is
 * accepted; one that is returned must at least have readable data, for the answer names it. Throws `AppError`
 * RECEIPT_INVALID (`reason` in words), INPUT_MISSING, what opening the key throws, OUTPUT_UNWRITABLE.
 */
export async function issueReceipt(
  workspace: Workspace,
  { file, verdict, reasons, key, target }: Parsed<'receipts.issue'>,
): Promise<Output<'receipts.issue'>> {
  const { store, clock, files } = workspace;
  const lines = reasons
    .map(({ where, text }) => ({
      where: where === null ? null : cleanLine(where) || null,
      text: cleanParagraphs(text),
    }))
    .filter(({ text }) => text !== '');
  if ((verdict === 'returned') !== lines.length > 0) throw receiptFault('reasons', workspace);
  const bytes = await incomingBytes(workspace, file);
  const { report, additions } = await checkedReport(workspace, bytes, verdict);
  const { unit } = readProfile(store);
  // Nobody answers himself.
  if (unit.code === report.unit.code) throw receiptFault('self', workspace);
  const sha256 = reportDigest(bytes, additions.length);
  const receipt: ReceiptV1 = {
    format: RECEIPT_FORMAT,
    version: RECEIPT_VERSION,
    report: {
      id: report.report.id,
      revision: report.report.revision,
      sha256,
      period: report.period.id,
      unit: { code: report.unit.code, name: report.unit.name },
    },
    verdict,
    reasons: lines,
    receiver: { code: unit.code, name: cleanLine(unit.name) },
    issuedAt: clock.now(),
    code: receiptCode(sha256, verdict, report.receiver.to),
  };
  const sealed = await withSigner(workspace, key, receipt.issuedAt, (signer) => sealReceipt(receipt, signer));
  const opened = openReceipt(sealed);
  // What would be refused there never leaves.
  if ('fault' in opened) throw new Error(`the receipt does not pass its own check: ${opened.fault}`);
  const kept = { file: sealed.toString('utf8'), trusted: true, at: clock.now(), by: workspace.actor.login };
  const to = target === null ? null : files.resolve(target);
  if (to !== null) await writeAtomically(to, sealed);
  await store.write((tx) => tx.putDocument(`${ISSUED}${sha256}.${receipt.issuedAt}`, kept));
  return {
    receipt: entryOf(opened, true),
    saved: target === null || to === null ? null : describeFile(target, to),
  };
}

/** The answers given here to a report that came in, oldest first; none where the file is no report. */
export async function issuedReceipts(workspace: Workspace, file: string): Promise<ReceiptEntry[]> {
  const bytes = await incomingBytes(workspace, file);
  const { additions } = await verifyReport(bytes, {
    trust: trustOf(workspace),
    now: workspace.clock.now(),
    comparePages: false,
    resources: loadReportResources(workspace.resourcesDir),
  });
  return keptReceipts(workspace.store, `${ISSUED}${reportDigest(bytes, additions.length)}.`).map(
    ({ opened }) => entryOf(opened, true),
  );
}

/** A report as it came, taken out of a saved mail or a zip of its own. */
async function incomingBytes({ files }: Workspace, token: string): Promise<Buffer> {
  const sent = readSmallFile(files.resolve(token), MOST_BYTES.report);
  const unwrapped = unwrap(sent);
  return 'bytes' in unwrapped ? unwrapped.bytes : sent;
}

async function checkedReport(
  workspace: Workspace,
  bytes: Buffer,
  wanted: ReceiptV1['verdict'],
): Promise<{ readonly report: ReportV1; readonly additions: readonly unknown[] }> {
  const { verdict, report, additions } = await verifyReport(bytes, {
    trust: trustOf(workspace),
    now: workspace.clock.now(),
    comparePages: true,
    resources: loadReportResources(workspace.resourcesDir),
  });
  const { format, version } = (report ?? {}) as { format?: unknown; version?: unknown };
  if (format !== REPORT_FORMAT || version !== REPORT_VERSION) throw receiptFault('unreadable', workspace);
  if (wanted === 'accepted' && (verdict !== 'valid' || (report as ReportV1).sample))
    throw receiptFault('not-valid', workspace);
  return { report: report as ReportV1, additions };
}
