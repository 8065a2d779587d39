import type { Content } from 'pdfmake';
import type { ReportView } from '#shared/report/view/view-model.ts';
import { PAGE, PLAIN, SIZE } from './layout.ts';
import { paragraph } from './prose.ts';

/** The last sentence, recipients and signature stay together: a signature never stands on a page of its own. */
export function closingContent({
  closing,
  recipients,
  signature,
}: Pick<ReportView, 'closing' | 'recipients' | 'signature'>): Content {
  return {
    unbreakable: true,
    stack: [
      paragraph(closing),
      {
        margin: [0, 14, 0, 0],
        table: {
          widths: [PAGE.width * 0.45, '*'],
          body: [
            [
              {
                stack: [
                  { text: recipients.label, bold: true, italics: true, fontSize: 12 },
                  ...recipients.lines.map((text) => ({ text, fontSize: SIZE.small })),
                ],
              },
              {
                stack: [
                  { text: signature.authority, bold: true, alignment: 'center' },
                  { text: signature.title, bold: true, alignment: 'center' },
                  // Room for the signature image and the seal (NĐ 30/2020).
                  { text: signature.name, bold: true, alignment: 'center', margin: [0, 72, 0, 0] },
                ],
              },
            ],
          ],
        },
        layout: PLAIN,
      },
    ],
  };
}
