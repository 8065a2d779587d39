import { fill } from '../../i18n/fill.ts';
import { paperLayout as layoutWords } from '../../i18n/vi/paperLayout.ts';
import { type PaperLayout, printedUnit } from '../paper-layout.ts';
import type { ReportV1 } from '../report-v1.ts';
import { reportWords } from '../words.ts';
import { letterHead } from './letter-head.ts';
import type { PaperOrigin, PaperView } from './paper-model.ts';
import { signatureView } from './signature.ts';
import type { ReportView } from './view-model.ts';

/** One page that shows a layout: head and signature of the unit's papers, and what the guides mean. */
export interface LayoutSampleView
  extends PaperView,
    Pick<ReportView, 'addressee' | 'closing' | 'recipients' | 'signature'> {
  readonly paragraphs: readonly string[];
}

/** The sample page of a layout, in Vietnamese; `unit` is the unit as recorded, not as printed. */
export function buildLayoutSample(
  { unit, signatory, madeOn }: Omit<PaperOrigin, 'sample'>,
  { to, through }: ReportV1['receiver'],
  layout: PaperLayout,
): LayoutSampleView {
  const words = reportWords('vi');
  const { page } = words;
  const { sample } = layoutWords;
  return {
    orientation: 'portrait',
    heading: letterHead(
      {
        unit: printedUnit(unit, layout),
        number: page.numberBlank,
        date: null,
        madeAt: madeOn,
        title: page.title,
        subject: [sample.subject],
      },
      words,
    ),
    addressee: { label: page.to, text: through ? fill(page.through, { to, through }) : to },
    paragraphs: [sample.guides],
    closing: fill(sample.closing, { unit: unit.name }),
    recipients: { label: page.recipients, lines: [page.recipientsList.above, page.recipientsList.file] },
    signature: signatureView({ signatory, layout }, null, words),
    footer: sample.footer,
    watermark: sample.watermark,
    title: sample.subject,
    author: unit.name,
  };
}
