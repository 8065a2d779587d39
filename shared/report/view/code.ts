import { fill } from '../../i18n/fill.ts';
import { hexGroups, reportCode } from '../report-code.ts';
import type { ReportWords } from '../words.ts';
import type { CodeView } from './view-model.ts';

/** What names a signed paper and its file. */
export interface PaperIdentity {
  readonly id: string;
  /** Null where a paper has no revisions (a consolidated report). */
  readonly revision: number | null;
  readonly format: string;
  readonly version: number;
  readonly template: number;
  readonly attachment: string;
  /** SHA-256 of the embedded data, lower-case hex; null: a draft, which has none. */
  readonly dataSha256: string | null;
}

/** Id, revision and hash as the annex prints them, and the QR code that says the same; a draft has neither. */
export function codeView(
  { id, revision, format, version, template, attachment, dataSha256 }: PaperIdentity,
  { page }: ReportWords,
): CodeView {
  const { code } = page;
  const named = fill(code.id, { id });
  const parts = [
    named,
    ...(revision === null ? [] : [fill(code.revision, { revision })]),
    fill(code.form, { format, version, template }),
  ];
  const first = parts.join(' · ');
  if (dataSha256 === null) return { lines: [first, code.draft], qr: null };
  return {
    lines: [first, fill(code.hash, { attachment, sha256: hexGroups(dataSha256).join(' ') })],
    qr: { text: reportCode(id, revision, dataSha256), label: code.label },
  };
}
