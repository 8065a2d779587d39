import { flowFigures } from '../domain/flow.ts';
import { formatDate } from '../domain/local-date.ts';
import { fill } from '../i18n/fill.ts';
import { formatCount } from '../i18n/format.ts';
import { consolidatedPaper as words } from '../i18n/vi/consolidatedPaper.ts';
import { receiver as names } from '../i18n/vi/receiver.ts';
import { printedUnit } from '../report/paper-layout.ts';
import { hashBeginning } from '../report/report-code.ts';
import type { PageState } from '../report/view/build-report-view.ts';
import { codeView } from '../report/view/code.ts';
import { letterHead } from '../report/view/letter-head.ts';
import { signatureView } from '../report/view/signature.ts';
import type { CodeView, FlowAnnexView, HeadingView, SignatureView } from '../report/view/view-model.ts';
import { percentText, periodInSentence, ratioText, reportWords, thresholdText } from '../report/words.ts';
import { dayInVietnam } from '../text/time-in-vietnam.ts';
import { CONSOLIDATED_ATTACHMENT, type ConsolidatedV1 } from './consolidated-v1.ts';

/** A table of a paper: headings, and rows of as many cells; `bold` rows are those that need attention. */
export interface PlainTableView {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly cells: readonly string[]; readonly bold: boolean }[];
}

/** The printed page of a consolidated report (NĐ 30/2020 layout), in Vietnamese, as content without geometry. */
export interface ConsolidatedView {
  readonly heading: HeadingView;
  readonly addressee: string;
  readonly introduction: string;
  readonly sending: {
    readonly heading: string;
    readonly paragraphs: readonly string[];
    readonly table: PlainTableView;
  };
  readonly results: {
    readonly heading: string;
    readonly table: PlainTableView;
    readonly note: string;
    readonly flow: string;
  };
  readonly basis: { readonly heading: string; readonly paragraphs: readonly string[] };
  readonly closing: string;
  readonly recipients: { readonly label: string; readonly lines: readonly string[] };
  readonly signature: SignatureView;
  readonly flowAnnex: FlowAnnexView;
  readonly code: CodeView;
  readonly footer: string;
  readonly watermark: string | null;
  readonly title: string;
  readonly author: string;
}

/** Depends on nothing but the report; `state` says whether it is printed as signed or as a draft. */
export function buildConsolidatedView(report: ConsolidatedV1, state: PageState): ConsolidatedView {
  const shared = reportWords('vi');
  const { page } = shared;
  const { unit, period, document, receiver, targetSet, units, flow, level } = report;
  const named = periodInSentence(period.id, shared);
  const total = flow.at(-1);
  const received = units.filter(({ report: sent }) => sent !== null).length;
  const count = (value: number): string => formatCount(value, 'vi');
  const subject = fill(words.subject, { period: named });
  return {
    heading: letterHead(
      {
        unit: printedUnit(unit, report.layout),
        number: document.number ? fill(page.number, { number: document.number }) : page.numberBlank,
        date: document.date,
        madeAt: report.report.createdAt,
        title: words.title,
        subject: [subject],
      },
      shared,
    ),
    addressee: `${page.to} ${
      receiver.through ? fill(page.through, { to: receiver.to, through: receiver.through }) : receiver.to
    }.`,
    introduction: fill(words.introduction, {
      number: targetSet.decision.number,
      date: formatDate(targetSet.decision.date),
      issuer: targetSet.decision.issuer,
      unit: unit.name,
      period: named,
      from: formatDate(period.from),
      to: formatDate(period.to),
    }),
    sending: {
      heading: words.section.sending,
      paragraphs: [
        fill(words.sending, {
          received: count(received),
          expected: count(units.length),
          missing: count(units.length - received),
          late: count(units.filter(({ late }) => late === true).length),
        }),
        ...(report.due === null ? [] : [fill(words.due, { due: formatDate(report.due) })]),
      ],
      table: unitsTable(report),
    },
    results: {
      heading: words.section.results,
      table: resultsTable(report),
      note: fill(words.note, { level: names.levels[level] }),
      flow: fill(words.flow, {
        received: count(total?.received.total ?? 0),
        resolved: count(total?.resolved.total ?? 0),
        late: count(total?.resolved.late ?? 0),
        pending: count(total?.pending.total ?? 0),
        overdue: count(total?.pending.overdue ?? 0),
      }),
    },
    basis: {
      heading: words.section.basis,
      paragraphs: [
        words.basis.each,
        words.basis.pages[report.pages],
        fill(words.basis.data, { attachment: CONSOLIDATED_ATTACHMENT }),
      ],
    },
    closing: fill(words.closing, { period: named, unit: unit.name }),
    recipients: { label: page.recipients, lines: [page.recipientsList.above, page.recipientsList.file] },
    signature: signatureView(report, state === 'draft' ? null : report.report.createdAt, shared),
    flowAnnex: flowAnnex(report, named),
    code: codeView(
      {
        id: report.report.id,
        revision: null,
        format: report.format,
        version: report.version,
        template: report.template,
        attachment: CONSOLIDATED_ATTACHMENT,
        dataSha256: state === 'draft' ? null : state.dataSha256,
      },
      shared,
    ),
    footer:
      state === 'draft'
        ? fill(page.footerDraft, { reportId: report.report.id })
        : fill(words.footer, { id: report.report.id, hash: hashBeginning(state.dataSha256) }),
    watermark: state === 'draft' ? page.watermark.draft : report.sample ? page.watermark.sample : null,
    title: `${words.title}: ${subject}, ${unit.name}`,
    author: unit.name,
  };
}

function unitsTable({ units }: ConsolidatedV1): PlainTableView {
  const { units: columns } = words;
  return {
    columns: [
      columns.ordinal,
      columns.code,
      columns.unit,
      columns.state,
      columns.signedAt,
      columns.revision,
      columns.missed,
    ],
    rows: units.map((one, index) => {
      const state = names.unitStates[one.state];
      return {
        cells: [
          String(index + 1),
          one.code,
          one.name,
          one.late === true ? fill(words.late, { state }) : state,
          one.report === null ? '–' : formatDate(dayInVietnam(one.report.signedAt)),
          one.report === null ? '–' : String(one.report.revision),
          one.report === null ? '–' : one.missed.join(', '),
        ],
        bold: one.report === null,
      };
    }),
  };
}

function resultsTable({ objectives }: ConsolidatedV1): PlainTableView {
  const { results } = words;
  return {
    columns: [
      results.id,
      results.objective,
      results.threshold,
      results.sum,
      results.percent,
      results.verdict,
      results.units,
    ],
    rows: objectives.map((one) => ({
      cells: [
        one.id,
        one.title,
        thresholdText(one.threshold, 'vi'),
        ratioText(one.numerator, one.denominator, 'vi'),
        percentText(one.percent, 'vi'),
        names.verdicts[one.verdict],
        formatCount(one.units, 'vi'),
      ],
      bold: one.verdict === 'missed',
    })),
  };
}

function flowAnnex({ report, unit, receiver, period, flow }: ConsolidatedV1, named: string): FlowAnnexView {
  const { annex, flow: heads, through } = reportWords('vi').page;
  const { to, through: by } = receiver;
  return {
    label: words.annex,
    title: annex.flowTitle,
    attachedTo: fill(words.attached, { id: report.id }),
    form: annex.form,
    facts: [
      fill(annex.reporter, { unit: unit.name }),
      fill(annex.receiver, { receiver: by ? fill(through, { to, through: by }) : to }),
      fill(annex.period, { period: named, from: formatDate(period.from), to: formatDate(period.to) }),
    ],
    measure: annex.measure,
    words: heads,
    rows: flow.map((row, index) => ({
      ordinal: row.field === null ? '' : String(index + 1),
      field: row.field === null ? heads.sum : row.field === '' ? heads.noField : row.field,
      cells: flowFigures(row).map((figure) => formatCount(figure, 'vi')),
      sum: row.field === null,
    })),
  };
}
