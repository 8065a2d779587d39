import { fill } from '../../i18n/fill.ts';
import type { PaperLayout } from '../paper-layout.ts';
import type { ReportV1 } from '../report-v1.ts';
import type { ReportWords } from '../words.ts';
import type { SignatureView } from './view-model.ts';

/**
 * The block of the signature; with the frame of the PDF signature where the layout shows it. `signedAt` null: a draft,
 * whose frame says only what it is for.
 */
export function signatureView(
  { signatory, layout }: { readonly signatory: ReportV1['signatory']; readonly layout?: PaperLayout },
  signedAt: string | null,
  { page }: ReportWords,
): SignatureView {
  if (layout?.signatureField !== 'framed') return signatory;
  const { mark } = page;
  if (signedAt === null) return { ...signatory, mark: [mark.draft] };
  return {
    ...signatory,
    mark: [fill(mark.by, { name: signatory.name }), fill(mark.at, { at: vietnamTime(signedAt) })],
  };
}

/** ISO 8601 with the zone of Việt Nam, as NĐ 30/2020 (Phụ lục I) writes the time of a digital signature. */
function vietnamTime(instant: string): string {
  return `${new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(0, 19)}+07:00`;
}
