import { readAttachment } from '#electron/report/verify/attachment.ts';
import { readPdfFile } from '#electron/report/verify/pdf-file.ts';
import { canonicalJson } from '#shared/report/canonical-json.ts';
import type { Store, StoreProblem } from '../ports.ts';

/** Archived reports whose figures are not those embedded in the signed file. */
export function reportProblems({ reports }: Store): StoreProblem[] {
  return reports
    .list()
    .filter(({ id }) => !isOfFile(reports, id))
    .map(({ id }) => ({ code: 'REPORT', params: { id, part: 'figures' } }));
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
