import { z } from 'zod';
import { RECORD_LISTS } from '../../report/view/records-model.ts';
import { bytes, chosenFile, fileToken, periodId, service, task, text } from './common.ts';
import { periodRequest } from './evaluation.ts';

/** A paper beside the report: drawn from what is recorded, unsigned, in the layout of NĐ 30/2020. */
export const paperChoice = z.discriminatedUnion('kind', [
  /** The plan (kế hoạch thực hiện mục tiêu) of a period. */
  z.strictObject({ kind: z.literal('plan'), period: periodId }),
  /** The list to be signed by those who were told of the objectives; `subject` null: of all subjects. */
  z.strictObject({ kind: z.literal('signing-list'), subject: text(300).nullable() }),
  /**
   * The one-page summary for the notice board: of the period's last signed report; as a watermarked draft where none is
   * signed, or where the draft is asked for.
   */
  z.strictObject({ kind: z.literal('summary'), period: periodId, draft: z.boolean().optional() }),
  /** The records behind a figure: in the numerator, against it, left out, or lacking a fact. An internal paper. */
  z.strictObject({
    kind: z.literal('records'),
    ...periodRequest.shape,
    objective: text(20),
    list: z.enum(RECORD_LISTS),
  }),
]);
export type PaperChoice = z.infer<typeof paperChoice>;

export const paperCalls = {
  /** A paper as PDF, drawn now; `draft`: of a report that is not signed, and marked so across the page. */
  'papers.pdf': service(
    z.strictObject({ what: paperChoice, task: task.optional() }),
    z.strictObject({ pdf: bytes, draft: z.boolean() }),
  ),
  /** The same, saved as a file. */
  'papers.save': service(
    z.strictObject({ what: paperChoice, target: fileToken, task: task.optional() }),
    z.strictObject({ saved: chosenFile }),
  ),
} as const;
