import { z } from 'zod';
import { bytes, chosenFile, fileToken, periodId, service, text } from './common.ts';

/** A paper beside the report: drawn from what is recorded, unsigned, in the layout of NĐ 30/2020. */
export const paperChoice = z.discriminatedUnion('kind', [
  /** The plan (kế hoạch thực hiện mục tiêu) of a period. */
  z.strictObject({ kind: z.literal('plan'), period: periodId }),
  /** The list to be signed by those who were told of the objectives; `subject` null: of all subjects. */
  z.strictObject({ kind: z.literal('signing-list'), subject: text(300).nullable() }),
]);
export type PaperChoice = z.infer<typeof paperChoice>;

export const paperCalls = {
  /** A paper as PDF, drawn now. */
  'papers.pdf': service(z.strictObject({ what: paperChoice }), z.strictObject({ pdf: bytes })),
  /** The same, saved as a file. */
  'papers.save': service(
    z.strictObject({ what: paperChoice, target: fileToken }),
    z.strictObject({ saved: chosenFile }),
  ),
} as const;
