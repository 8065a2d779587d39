import { dataDigest } from '#electron/report/data-digest.ts';
import type { CodeHit } from '#shared/ipc/contract/reports.ts';
import type { Output } from '#shared/ipc/contract.ts';
import { parseTypedCode, type TypedCode } from '#shared/report/report-code.ts';
import type { Workspace } from '../context.ts';
import type { ReportRecord } from '../ports.ts';

/** Finds the signed reports of this folder by what their printed pages say, the latest first. */
export function byCode({ store }: Workspace, text: string): Output<'reports.byCode'> {
  const typed = parseTypedCode(text);
  if (typed === null) return { kind: null, hits: [] };
  const hits = store.reports
    .list()
    .map((report) => ({ report, dataSha256: dataDigest(store.reports.json(report.id) as object) }))
    .flatMap(({ report, dataSha256 }): CodeHit[] => {
      const hash = compare(typed, report, dataSha256);
      return hash === null ? [] : [{ report, dataSha256, hash }];
    });
  return { kind: typed.kind, hits: hits.reverse() };
}

/** How a report answers to a code; null: not at all. */
function compare(typed: TypedCode, report: ReportRecord, dataSha256: string): CodeHit['hash'] | null {
  if (typed.kind === 'hash') return dataSha256.startsWith(typed.beginning) ? 'same' : null;
  const named =
    report.reportId.toLowerCase() === typed.id.toLowerCase() &&
    (typed.revision === null || typed.revision === report.revision);
  if (typed.kind === 'id') return named ? 'unread' : null;
  if (typed.sha256 === dataSha256) return 'same';
  if (!named) return null;
  return typed.sha256 === null ? 'unread' : 'differs';
}
