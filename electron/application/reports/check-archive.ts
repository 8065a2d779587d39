import { readAttachment } from '#electron/report/verify/attachment.ts';
import { readPdfFile } from '#electron/report/verify/pdf-file.ts';
import { canonicalJson } from '#shared/report/canonical-json.ts';
import type { ReportV1 } from '#shared/report/report-v1.ts';
import type { Store, StoreProblem } from '../ports.ts';

/**
 * Archived reports whose figures are not those embedded in the signed file, and reports that were signed when the log
 * had another entry at its end than it has at that place now: the log was rewritten since.
 */
export function reportProblems({ reports, log }: Pick<Store, 'reports' | 'log'>): StoreProblem[] {
  return reports.list().flatMap(({ id }): StoreProblem[] => {
    if (!isOfFile(reports, id)) return [{ code: 'REPORT', params: { id, part: 'figures' } }];
    const { changeLog } = reports.json(id) as Pick<ReportV1, 'changeLog'>;
    if (changeLog === undefined || log.link(changeLog.count)?.hash === changeLog.sha256) return [];
    return [{ code: 'LOG', params: { seq: changeLog.count, part: 'signed', report: id } }];
  });
}

function isOfFile(reports: Store['reports'], id: number): boolean {
  try {
    const pdf = reports.pdf(id);
    if (pdf === null) return false;
    const embedded = readAttachment(readPdfFile(Buffer.from(pdf))).toString('utf8');
    return embedded === canonicalJson(reports.json(id));
  } catch {
    return false;
  }
}
