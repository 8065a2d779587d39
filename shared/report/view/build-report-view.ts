import { formatDate } from '../../domain/local-date.ts';
import { fill } from '../../i18n/fill.ts';
import { printedUnit } from '../paper-layout.ts';
import { hashBeginning, hexGroups } from '../report-code.ts';
import { REPORT_ATTACHMENT, type ReportV1 } from '../report-v1.ts';
import { periodInSentence, type ReportWords, reportWords } from '../words.ts';
import { flowAnnex, formulaAnnex } from './annexes.ts';
import { codeView } from './code.ts';
import { letterHead } from './letter-head.ts';
import { reportSections } from './sections.ts';
import { signatureView } from './signature.ts';
import type { CodeView, HeadingView, ReportView } from './view-model.ts';

/**
 * What a page is printed as: the signed report with the SHA-256 of its embedded data (lower-case hex), or an unsigned
 * draft that must not be taken for one.
 */
export type PageState = { readonly dataSha256: string } | 'draft';

/** The printed page of a report (NĐ 30/2020 layout), in Vietnamese, from the report's data alone. */
export function buildReportView(report: ReportV1, language: 'vi', state: PageState): ReportView {
  const words = reportWords(language);
  const { page } = words;
  const period = periodInSentence(report.period.id, words);
  const { name: unit } = report.unit;
  return {
    language,
    heading: heading(report, words, period),
    addressee: {
      label: page.to,
      text: report.receiver.through
        ? fill(page.through, { to: report.receiver.to, through: report.receiver.through })
        : report.receiver.to,
    },
    introduction: introduction(report, words, period),
    sections: reportSections(report, words, language),
    closing: fill(page.closing, { period, unit }),
    recipients: { label: page.recipients, lines: [page.recipientsList.above, page.recipientsList.file] },
    signature: signatureView(report, state === 'draft' ? null : report.report.createdAt, words),
    flowAnnex: flowAnnex(report, words, language, period),
    formulaAnnex: formulaAnnex(report, words, language, REPORT_ATTACHMENT, codeOf(report, words, state)),
    footer: footer(report, words, state),
    watermark: state === 'draft' ? page.watermark.draft : report.sample ? page.watermark.sample : null,
    title: `${page.title}: ${fill(page.subject, { period })}, ${unit}`,
  };
}

function heading(report: ReportV1, words: ReportWords, period: string): HeadingView {
  const { page } = words;
  const { unit, document } = report;
  const { revision, supersedes } = report.report;
  const subject = [fill(page.subject, { period })];
  if (supersedes !== null)
    subject.push(fill(page.subjectAmended, { revision, previous: supersedes.revision }));
  const number =
    document.number === null || document.number === ''
      ? page.numberBlank
      : fill(page.number, { number: document.number });
  const { createdAt: madeAt } = report.report;
  return letterHead(
    {
      unit: printedUnit(unit, report.layout),
      number,
      date: document.date,
      madeAt,
      title: page.title,
      subject,
    },
    words,
  );
}

function introduction(report: ReportV1, { page }: ReportWords, period: string): string[] {
  const { decision, base } = report.targetSet;
  const { from, to } = report.period;
  const given = base?.decision ?? decision;
  const paragraphs = [
    fill(base === undefined ? page.introduction : page.introductionOwn, {
      number: given.number,
      date: formatDate(given.date),
      issuer: given.issuer,
      ownNumber: decision.number,
      ownDate: formatDate(decision.date),
      ownIssuer: decision.issuer,
      unit: report.unit.name,
      period,
      from: formatDate(from),
      to: formatDate(to),
    }),
  ];
  if (report.asOf < to) paragraphs.unshift(fill(page.asOf, { asOf: formatDate(report.asOf) }));
  const { supersedes, reason } = report.report;
  if (supersedes !== null) {
    const because = reason ? ` ${fill(page.replacesBecause, { reason })}` : '';
    paragraphs.unshift(
      `${fill(page.replaces, { ...supersedes, sha256: hexGroups(supersedes.sha256).join(' ') })}${because}`,
    );
  }
  return paragraphs;
}

function footer(report: ReportV1, { page }: ReportWords, state: PageState): string {
  const { id: reportId, revision } = report.report;
  if (state === 'draft') return fill(page.footerDraft, { reportId });
  return fill(page.footer, { reportId, revision, hash: hashBeginning(state.dataSha256) });
}

function codeOf(report: ReportV1, words: ReportWords, state: PageState): CodeView {
  const { format, version, template } = report;
  const { id, revision } = report.report;
  const dataSha256 = state === 'draft' ? null : state.dataSha256;
  return codeView(
    { id, revision, format, version, template, attachment: REPORT_ATTACHMENT, dataSha256 },
    words,
  );
}
