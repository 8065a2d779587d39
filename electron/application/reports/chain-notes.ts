import { fill } from '#shared/i18n/fill.ts';
import type { Language } from '#shared/i18n/format.ts';
import { en, vi } from '#shared/i18n/index.ts';
import type { VerifyResult } from '#shared/ipc/contract/reports.ts';
import { changedLines, compareReports } from '#shared/report/compare-reports.ts';
import { falselyCorrected } from '#shared/report/corrections-against.ts';
import { reportChain } from '#shared/report/report-chain.ts';
import { REPORT_FORMAT, REPORT_VERSION, type ReportV1 } from '#shared/report/report-v1.ts';

/** A report among those that were checked together. */
export interface CheckedReport {
  /** Place of its file in the list of results. */
  readonly place: number;
  /** Of the report's own bytes, without what was added after it. */
  readonly sha256: string;
  readonly report: ReportV1;
}

type Note = VerifyResult['reasons'][number];

/** The data of a report as this program writes it; null for a newer version and for anything else. */
export function knownReport(value: unknown): ReportV1 | null {
  const { format, version } = (value ?? {}) as { format?: unknown; version?: unknown };
  return format === REPORT_FORMAT && version === REPORT_VERSION ? (value as ReportV1) : null;
}

/**
 * What files that were checked together say of each other, by place: gaps and forks in the chain of a unit's reports,
 * what supersedes what and how many lines it changes, corrections of other figures than those that were signed. Notes only: each verdict is about its own file. A unit with one
 * file has no chain to speak of.
 */
export function chainNotes(
  checked: readonly CheckedReport[],
  language: Language,
): ReadonlyMap<number, readonly Note[]> {
  const words = (language === 'vi' ? vi : en).verify.chain;
  const notes = new Map<number, Note[]>();
  const note = (
    index: number,
    code: keyof typeof words,
    params: Readonly<Record<string, string | number>>,
  ) => {
    const place = checked[index]?.place ?? -1;
    const message = fill(words[code], params).slice(0, 1000);
    notes.set(place, [...(notes.get(place) ?? []), { code: `CHAIN_${code}`, message }]);
  };
  for (const { order, findings } of reportChain(checked)) {
    if (order.length < 2) continue;
    for (const { index, code, other } of findings) note(index, code, { ...other });
  }
  checked.forEach(({ report }, index) => {
    const { supersedes } = report.report;
    const former = checked.find(({ sha256 }) => sha256 === supersedes?.sha256);
    if (supersedes === null || former === undefined) return;
    const count = changedLines(compareReports(former.report, report));
    note(index, 'AMENDS', { revision: supersedes.revision, count });
  });
  checked.forEach(({ report }, index) => {
    for (const correction of report.corrections ?? []) {
      const { reportId, revision, sha256 } = correction.report;
      const former = checked.find((one) => one.sha256 === sha256);
      const count = former === undefined ? 0 : falselyCorrected(correction, former.report);
      if (count > 0) note(index, 'CORRECTS_OTHERWISE', { reportId, revision, count });
    }
  });
  return notes;
}
