import { totalRow } from '../../domain/flow.ts';
import { formatCount } from '../../i18n/format.ts';
import { summaryPaper as words } from '../../i18n/vi/summaryPaper.ts';
import type { ReportV1 } from '../report-v1.ts';

/** How a part of a bar is filled, so that it can be told without colour: dark, grey, striped, empty. */
export type BarFill = 'dark' | 'grey' | 'stripes' | 'empty';

/** A part of a bar: `301 trước hạn`. */
export interface SummaryBarPart {
  readonly count: number;
  readonly value: string;
  readonly label: string;
  readonly fill: BarFill;
}

/** A bar of parts that make up its whole. */
export interface SummaryBar {
  /** `Nhận trong kỳ: 437`. */
  readonly label: string;
  /** Parts that hold something; their counts add up to the whole. */
  readonly parts: readonly SummaryBarPart[];
}

/**
 * What was signed of the flow of dossiers, as bars: those received within the period (columns 4 and 5 of Biểu II.06a),
 * and those resolved by result (columns 8 to 10). Without any of them there is no bar.
 */
export function summaryBars({ flow }: Pick<ReportV1, 'flow'>): SummaryBar[] {
  const total = totalRow(flow);
  if (!total) return [];
  const { received, resolved } = total;
  const text = words.bars;
  return [
    bar(text.received, [
      { count: received.online, label: text.online, fill: 'dark' },
      { count: received.other, label: text.other, fill: 'grey' },
    ]),
    bar(text.resolved, [
      { count: resolved.early, label: text.early, fill: 'dark' },
      { count: resolved.onTime, label: text.onTime, fill: 'grey' },
      { count: resolved.late, label: text.late, fill: 'stripes' },
    ]),
  ].flatMap((each) => each ?? []);
}

function bar(label: string, parts: readonly Omit<SummaryBarPart, 'value'>[]): SummaryBar | null {
  const whole = parts.reduce((sum, { count }) => sum + count, 0);
  if (whole === 0) return null;
  return {
    label: `${label}: ${formatCount(whole, 'vi')}`,
    parts: parts
      .filter(({ count }) => count > 0)
      .map((part) => ({ ...part, value: formatCount(part.count, 'vi') })),
  };
}
