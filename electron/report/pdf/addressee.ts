import type { Content } from 'pdfmake';
import type { ReportView } from '#shared/report/view/view-model.ts';

/** `Kính gửi:` and the receiver, together in the middle; a long name hangs under its own beginning. */
export function addressee({ label, text }: ReportView['addressee']): Content {
  return { text: `${label} ${text}.`, alignment: 'center', margin: [30, 10, 30, 4] };
}
