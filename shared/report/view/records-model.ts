import type { PaperView } from './paper-model.ts';

/** Which records: in the numerator, in the denominator only, in neither, or in the denominator with a fact missing. */
export const RECORD_LISTS = ['counted', 'against', 'excluded', 'missing'] as const;
export type RecordList = (typeof RECORD_LISTS)[number];

/** How a column is set. */
export interface RecordColumn {
  readonly name: RecordColumnName;
  readonly label: string;
}
export type RecordColumnName =
  | 'ordinal'
  | 'code'
  | 'procedure'
  | 'channel'
  | 'receivedOn'
  | 'dueOn'
  | 'resolvedOn'
  | 'handler'
  | 'cause'
  | 'entry'
  | 'ledger'
  | 'day'
  | 'due'
  | 'done'
  | 'count';

/** The printed list of the records behind a figure: an internal paper, with no name or ID number of a citizen. */
export interface RecordsView extends Omit<PaperView, 'heading'> {
  readonly kind: 'records';
  readonly unit: string;
  /** What the paper is and that it does not go out; on every page. */
  readonly mark: string;
  readonly heading: string;
  readonly objective: string;
  /** Period, figure, size and sum check, a line each. */
  readonly facts: readonly string[];
  readonly columns: readonly RecordColumn[];
  readonly rows: readonly (readonly string[])[];
  /** Instead of rows where there is none. */
  readonly none: string;
  /** `Trang {{page}}/{{pages}}`. */
  readonly page: string;
}
