import type { ReportV1 } from '../report/report-v1.ts';

/** Longest name of a place in an answer (receipt-v1.schema.json). */
const LONGEST = 60;
const FLOW = 'Biểu II.06a';

/** A place of a report that a reason may name; `where` travels in the answer. */
export interface ReceiptPlace {
  readonly where: string;
  /** What stands there, for whoever chooses; empty where the name says it. */
  readonly title: string;
}

/**
 * The places of a report that a reason may be about: its objectives by id, the rows of Biểu II.06a by field, the words.
 * They are part of a paper between offices and stay Vietnamese whatever the language of the window.
 */
export function receiptPlaces(report: {
  readonly objectives: readonly Pick<ReportV1['objectives'][number], 'id' | 'title'>[];
  readonly flow: readonly Pick<ReportV1['flow'][number], 'field'>[];
}): ReceiptPlace[] {
  const fields = report.flow.slice(0, -1).map(({ field }) => named(field ?? 'chưa ghi lĩnh vực'));
  const places = [
    ...report.objectives.map(({ id, title }) => ({ where: id, title })),
    ...[FLOW, ...fields, named('tổng cộng'), 'Thuyết minh', 'Số, ngày văn bản', 'Người ký'].map((where) => ({
      where,
      title: '',
    })),
  ];
  // Two long names may be the same once they are cut.
  return places.filter(({ where }, at) => places.findIndex((other) => other.where === where) === at);
}

function named(field: string): string {
  const whole = `${FLOW}, ${field}`;
  return whole.length <= LONGEST ? whole : `${whole.slice(0, LONGEST - 1)}…`;
}
