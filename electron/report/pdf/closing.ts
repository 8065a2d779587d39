import type { Content } from 'pdfmake';
import { type PaperLayout, PLAIN_LAYOUT } from '#shared/report/paper-layout.ts';
import type { ReportView } from '#shared/report/view/view-model.ts';
import { MM, PAGE, PLAIN, SIZE } from './layout.ts';
import { paragraph } from './prose.ts';
import { SIGNATURE_WIDTH, signatureBlock } from './signature-block.ts';

/** Part of the width that recipients have, and distance that they keep from a seal. */
const RECIPIENTS = 0.45;
const BESIDE_SEAL = 2 * MM;

/** The last sentence, recipients and signature stay together: a signature never stands on a page of its own. */
export function closingContent(
  { closing, recipients, signature }: Pick<ReportView, 'closing' | 'recipients' | 'signature'>,
  layout: PaperLayout = PLAIN_LAYOUT,
  guides = false,
): Content {
  const left = PAGE.width * RECIPIENTS;
  return {
    unbreakable: true,
    stack: [
      paragraph(closing),
      {
        margin: [0, 14, 0, 0],
        table: {
          widths: [Math.min(left, sealLeft(layout) - BESIDE_SEAL), '*', PAGE.width - left],
          body: [
            [
              {
                stack: [
                  { text: recipients.label, bold: true, italics: true, fontSize: 12 },
                  ...recipients.lines.map((text) => ({ text, fontSize: SIZE.small })),
                ],
              },
              '',
              { stack: signatureBlock(signature, layout, guides) },
            ],
          ],
        },
        layout: PLAIN,
      },
    ],
  };
}

/** Where the place of the seal begins, from the left margin. */
function sealLeft({ seal }: PaperLayout): number {
  if (seal === null) return PAGE.width;
  const middle = (PAGE.width * (1 + RECIPIENTS)) / 2;
  return middle - SIGNATURE_WIDTH / 2 + SIGNATURE_WIDTH / 3 - seal * MM;
}
