import { VERDICTS } from '../../domain/evaluation.ts';
import { totalRow } from '../../domain/flow.ts';
import { formatDate, type LocalDate } from '../../domain/local-date.ts';
import { fill } from '../../i18n/fill.ts';
import { formatCount } from '../../i18n/format.ts';
import { summaryPaper as words } from '../../i18n/vi/summaryPaper.ts';
import { printedUnit } from '../paper-layout.ts';
import type { ReportedObjective, ReportV1 } from '../report-v1.ts';
import { percentText, periodInSentence, ratioText, reportWords, thresholdText } from '../words.ts';
import { letterHead } from './letter-head.ts';
import { summaryBars } from './summary-bars.ts';
import type { NoticeContact, SummaryRowView, SummaryView } from './summary-model.ts';

/**
 * The summary of a period for the notice board (niêm yết công khai; NĐ 30/2020 letter head), in Vietnamese, from the
 * report's data alone: what citizens read there is what was signed. `draft`: the report is not signed, the page says so
 * and bears a watermark.
 */
export function buildSummaryView(
  report: ReportV1,
  { draft, contact }: { readonly draft: boolean; readonly contact: NoticeContact },
): SummaryView {
  const all = reportWords('vi');
  const { page } = all;
  const period = periodInSentence(report.period.id, all);
  const unit = printedUnit(report.unit, report.layout);
  const { id: reportId, revision, createdAt } = report.report;
  const subject = fill(words.subject, { period });
  const { from, to } = report.period;
  const flow = flowOf(report);
  return {
    kind: 'summary',
    draft,
    orientation: 'portrait',
    heading: letterHead(
      {
        unit,
        number: '',
        // The day of posting is written in by hand: it is not that of the report.
        date: null,
        madeAt: createdAt,
        title: words.title,
        subject: [subject, fill(words.span, { from: formatDate(from), to: formatDate(to) })],
      },
      all,
    ),
    source: source(report, draft),
    tally: tally(report.objectives),
    columns: words.columns,
    rows: report.objectives.map(row),
    flow,
    bars: summaryBars(report),
    nothing: flow.length === 0 ? words.flow.nothing : '',
    contact: {
      heading: words.contact.heading,
      lines: [
        { label: words.contact.place, value: contact.place },
        { label: words.contact.phone, value: contact.phone },
        { label: words.contact.email, value: contact.email },
      ],
    },
    signature: report.signatory,
    footer: fill(draft ? words.footerDraft : words.footer, { reportId, revision }),
    watermark: draft ? page.watermark.draft : report.sample ? page.watermark.sample : null,
    title: `${words.title}: ${subject}, ${unit.name}`,
    author: unit.name,
  };
}

function source({ report, document, asOf, period }: ReportV1, draft: boolean): string[] {
  const { source: text } = words;
  const named = { reportId: report.id, revision: report.revision, number: document.number };
  const until = asOf < period.to ? [fill(text.asOf, { asOf: formatDate(asOf) })] : [];
  if (draft) return [[fill(text.draft, named), ...until].join(' ')];
  const dated = {
    ...named,
    signedOn: formatDate(dayOf(report.createdAt)),
    date: document.date === null ? null : formatDate(document.date),
  };
  const form = !document.number ? text.unnumbered : document.date === null ? text.undated : text.numbered;
  return [[fill(form, dated), ...until].join(' ')];
}

/** The day of an instant in Vietnam (UTC+7 all year). */
function dayOf(instant: string): LocalDate {
  return new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(0, 10) as LocalDate;
}

function tally(objectives: readonly ReportedObjective[]): string {
  const { objectives: text } = reportWords('vi').page;
  const parts = VERDICTS.map((verdict) => ({
    verdict,
    count: objectives.filter((one) => one.verdict === verdict).length,
  }))
    .filter(({ count }) => count > 0)
    .map(({ verdict, count }) => fill(text.parts[verdict], { count }));
  return fill(text.summary, { total: objectives.length, parts: parts.join(', ') });
}

function row(objective: ReportedObjective): SummaryRowView {
  const { id, title, threshold, striven, percent, numerator, denominator, verdict } = objective;
  const said = reportWords('vi').page.verdict;
  const bar = thresholdText(threshold, 'vi');
  return {
    objective: fill(words.objective, { id, title }),
    threshold: striven ? fill(words.striven, { threshold: bar }) : bar,
    percent: percentText(percent, 'vi'),
    ratio:
      numerator === null || denominator === null
        ? ''
        : fill(words.ratio, { ratio: ratioText(numerator, denominator, 'vi') }),
    verdict: verdict === 'missed' && striven ? said.missedStriven : said[verdict],
    mark: verdict === 'met' || verdict === 'missed' ? verdict : 'none',
  };
}

function flowOf({ flow }: ReportV1): SummaryView['flow'] {
  const total = totalRow(flow);
  if (!total || (total.received.total === 0 && total.resolved.total === 0)) return [];
  const { received, resolved, pending } = total;
  const { flow: label } = words;
  return [
    { value: received.total, label: label.received },
    { value: resolved.total, label: label.resolved },
    { value: resolved.early + resolved.onTime, label: label.inTime },
    { value: resolved.late, label: label.late },
    { value: pending.overdue, label: label.overdue },
  ].map(({ value, label: text }) => ({ value: formatCount(value, 'vi'), label: text }));
}
