import { readAttachment } from '#electron/report/verify/attachment.ts';
import { readPdfFile } from '#electron/report/verify/pdf-file.ts';
import type { FlowRow, ObjectiveResult } from '#shared/domain/evaluation.ts';
import { type LocalDate, minDate } from '#shared/domain/local-date.ts';
import { AppError } from '#shared/errors.ts';
import type { DrillResult } from '#shared/ipc/contract/backups.ts';
import { cleanTexts } from '#shared/report/clean-text.ts';
import type { ReportV1 } from '#shared/report/report-v1.ts';
import type { Workspace } from '../context.ts';
import { evaluateBy, measuresOf } from '../evaluation/evaluate.ts';
import { recordsDigest } from '../reports/records-digest.ts';

const OBJECTIVE = ['numerator', 'denominator', 'percent', 'verdict', 'missingData'] as const;

/**
 * Counts the last signed report of a folder anew, as of its day, and compares every figure with the `bao-cao.json` of
 * the archived file. Null where nothing was signed yet. Throws `AppError` DATA_DAMAGED where the file cannot be read.
 */
export function compareLastReport(workspace: Workspace): DrillResult['report'] {
  const { reports, dossiers } = workspace.store;
  const last = reports.list().at(-1);
  if (last === undefined) return null;
  const signed = embedded(reports.pdf(last.id));
  const { id: period, scheme } = signed.period;
  const measures = measuresOf(workspace, { period, scheme, asOf: signed.asOf });
  const counted = cleanTexts(evaluateBy(measures));
  const differing: string[] = [];
  let figures = 0;
  const compare = (name: string, one: unknown, other: unknown): void => {
    figures += 1;
    if (JSON.stringify(one) !== JSON.stringify(other) && !differing.includes(name))
      differing.push(name.slice(0, 100));
  };
  for (const objective of signed.objectives) {
    const anew = counted.objectives.find(({ id }) => id === objective.id);
    for (const field of OBJECTIVE) compare(objective.id, objective[field], anew?.[field]);
  }
  for (const row of signed.flow) {
    const anew = counted.flow.find(({ field }) => field === row.field);
    for (const part of ['received', 'resolved', 'pending'] as const)
      compare(`flow ${row.field ?? ''}`.trim(), sorted(row[part]), sorted(anew?.[part]));
  }
  const { from, end } = measures.period;
  // A period that had not begun on that day: the dossiers of its first day (compose-report.ts).
  const until = maxDate(from, end);
  compare('records', signed.records, recordsDigest(dossiers, from, until));
  return {
    period,
    revision: last.revision,
    figures,
    differing,
    corrections: reports.corrections(last.id).length,
  };
}

type Signed = Pick<ReportV1, 'period' | 'asOf' | 'records'> & {
  readonly objectives: readonly ObjectiveResult[];
  readonly flow: readonly FlowRow[];
};

function embedded(pdf: Uint8Array | null): Signed {
  try {
    return JSON.parse(readAttachment(readPdfFile(Buffer.from(pdf ?? []))).toString('utf8')) as Signed;
  } catch (cause) {
    throw new AppError('DATA_DAMAGED', { reason: 'report' }, { cause });
  }
}

const maxDate = (a: LocalDate, b: LocalDate): LocalDate => (minDate(a, b) === a ? b : a);

/** Numbers by name, in the order of the names: the canonical form of the file has its own. */
function sorted(numbers: object | undefined): unknown {
  return numbers && Object.entries(numbers).sort(([a], [b]) => (a < b ? -1 : 1));
}
