import { flowFigures } from '../../domain/flow.ts';
import { formatDate, minDate } from '../../domain/local-date.ts';
import { fill } from '../../i18n/fill.ts';
import { formatCount, type Language } from '../../i18n/format.ts';
import type { ReportedObjective, ReportV1 } from '../report-v1.ts';
import type { ReportWords } from '../words.ts';
import { attachedTo } from './attached-to.ts';
import type { CodeView, FlowAnnexView, FormulaAnnexView } from './view-model.ts';

/** Phụ lục I: Biểu số II.06a/VPCP/KSTT, columns 1 to 13. */
export function flowAnnex(
  report: ReportV1,
  words: ReportWords,
  language: Language,
  period: string,
): FlowAnnexView {
  const { annex, flow, through } = words.page;
  const { to, through: by } = report.receiver;
  return {
    label: annex.flow,
    title: annex.flowTitle,
    attachedTo: attachedTo(report, words),
    form: annex.form,
    facts: [
      fill(annex.reporter, { unit: report.unit.name }),
      fill(annex.receiver, { receiver: by ? fill(through, { to, through: by }) : to }),
      fill(annex.period, { period, from: formatDate(report.period.from), to: formatDate(report.period.to) }),
    ],
    measure: annex.measure,
    words: flow,
    rows: report.flow.map((row, index) => ({
      ordinal: row.field === null ? '' : String(index + 1),
      field: row.field === null ? flow.sum : row.field === '' ? flow.noField : row.field,
      cells: flowFigures(row).map((count) => formatCount(count, language)),
      sum: row.field === null,
    })),
  };
}

/** Phụ lục II: each objective's formula in words, the rules of counting, and how to check the file. */
export function formulaAnnex(
  report: ReportV1,
  words: ReportWords,
  language: Language,
  attachment: string,
  code: CodeView,
): FormulaAnnexView {
  const { annex, formulas, digital } = words.page;
  const { period, targetSet, records, entries, changeLog } = report;
  return {
    label: annex.formulas,
    title: annex.formulasTitle,
    attachedTo: attachedTo(report, words),
    columns: [formulas.objective, formulas.numerator, formulas.denominator],
    rows: report.objectives.map(({ id, title, formula, filter }) => ({
      objective: `${id}. ${title}`,
      formula,
      ...filteredText(formulaText(formula, words), filter, words),
    })),
    rules: Object.values(formulas.rules),
    note: fill(formulas.note, {
      from: formatDate(period.from),
      to: formatDate(period.to),
      asOf: formatDate(minDate(report.asOf, period.to)),
      targetSet: targetSet.id,
      version: targetSet.version,
    }),
    digital: {
      title: digital.title,
      text: fill(digital.text, { attachment }),
      digest: fill(digital.digest, { count: formatCount(records.count, language), sha256: records.sha256 }),
      ...(entries === undefined
        ? {}
        : {
            entriesDigest: fill(digital.entriesDigest, {
              count: formatCount(entries.count, language),
              sha256: entries.sha256,
            }),
          }),
      ...(changeLog === undefined
        ? {}
        : {
            changeLog: fill(digital.changeLog, {
              count: formatCount(changeLog.count, language),
              sha256: changeLog.sha256,
            }),
          }),
      code,
    },
  };
}

/** Fields whose values are codes of a closed list. */
const CLOSED: ReadonlySet<string> = new Set(['channel', 'source', 'kind', 'place']);

/** What a filter adds to a formula's denominator: `…; chỉ tính: Lĩnh vực “Đất đai”`. */
function filteredText(
  text: { readonly numerator: string; readonly denominator: string },
  filter: ReportedObjective['filter'],
  words: ReportWords,
): { numerator: string; denominator: string } {
  if (filter === undefined) return text;
  const { only, and, notRecorded, fields, values } = words.filter;
  // The order in which the members were written does not survive the file; the page must not depend on it.
  const inOrder = Object.entries(filter).sort(([a], [b]) => (a < b ? -1 : 1));
  const parts = inOrder.map(([field, chosen]) => {
    const written = CLOSED.has(field) ? (values as Readonly<Record<string, string>>) : {};
    const named = chosen.map((value) => (value === '' ? notRecorded : `“${written[value] ?? value}”`));
    return `${(fields as Readonly<Record<string, string>>)[field] ?? field} ${named.join(', ')}`;
  });
  return { ...text, denominator: `${text.denominator}; ${fill(only, { filter: parts.join(and) })}` };
}

/** A formula in words; one that this program does not know is named by its id. */
export function formulaText(formula: string, words: ReportWords): { numerator: string; denominator: string } {
  const known = words.formula[formula.replace(/[.-]/g, '_') as keyof ReportWords['formula']] as
    | { numerator: string; denominator: string }
    | undefined;
  return known ?? { numerator: fill(words.page.formulas.unknown, { formula }), denominator: '–' };
}
