import type { FlowChange } from '../../domain/closing/figures.ts';
import { fill } from '../../i18n/fill.ts';
import { formatCount, type Language } from '../../i18n/format.ts';
import type { CorrectedPeriod } from '../report-v1.ts';
import { periodInSentence, type ReportWords, ratioText } from '../words.ts';
import type { BlockView } from './view-model.ts';

/** Rows of the flow table told on the page; the attached data holds all. */
const ROWS = 12;

/** What changed in figures of earlier periods since they were signed, and why. */
export function correctionBlocks(
  corrections: readonly CorrectedPeriod[],
  words: ReportWords,
  language: Language,
): BlockView[] {
  return corrections.flatMap((one) => periodBlocks(one, words, language));
}

function periodBlocks(
  { period, report, objectives, flow, reasons }: CorrectedPeriod,
  words: ReportWords,
  language: Language,
): BlockView[] {
  const { corrections: text } = words.page;
  const { reportId, revision } = report;
  const rows = rowsOf(flow);
  const lines = [
    fill(text.period, { period: periodInSentence(period.id, words), reportId, revision }),
    ...objectives.map(({ id, was, now }) =>
      fill(text.objective, {
        id,
        was: ratioText(was.numerator, was.denominator, language),
        now: ratioText(now.numerator, now.denominator, language),
      }),
    ),
    ...rows.slice(0, ROWS).map((cells) => flowLine(cells, words, language)),
    ...(rows.length > ROWS ? [fill(text.more, { count: rows.length - ROWS })] : []),
    reasons.length === 0
      ? text.noReason
      : fill(text.reasons, { reasons: reasons.map(withoutStop).join('; ') }),
  ];
  return lines.map((line) => ({ kind: 'paragraph', text: line }));
}

/** Changed cells by row; the totals first, which every change of a row leads to. */
function rowsOf(flow: readonly FlowChange[]): FlowChange[][] {
  const rows = new Map<string | null, FlowChange[]>();
  for (const change of flow) rows.set(change.field, [...(rows.get(change.field) ?? []), change]);
  return [...rows.values()].sort((a, b) => Number(b[0]?.field === null) - Number(a[0]?.field === null));
}

function flowLine(cells: readonly FlowChange[], words: ReportWords, language: Language): string {
  const { corrections: text, flow: names } = words.page;
  const field = cells[0]?.field;
  const told = cells.map(({ column, was, now }) => {
    const [group, part] = column.split('.') as ['received' | 'resolved' | 'pending', keyof typeof names];
    const shown = fill(text.column, { part: names[part], group: names[group] });
    return fill(text.cell, {
      column: shown,
      was: formatCount(was, language),
      now: formatCount(now, language),
    });
  });
  return fill(text.flow, {
    field: field === null ? names.sum : field || names.noField,
    cells: told.join('; '),
  });
}

function withoutStop(reason: string): string {
  return reason.replace(/[.;\s]+$/u, '');
}
