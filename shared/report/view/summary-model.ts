import type { ReportV1 } from '../report-v1.ts';
import type { PaperView } from './paper-model.ts';
import type { SummaryBar } from './summary-bars.ts';

/** Where citizens ask and complain; null: nobody has said it, the paper leaves a line to be written on. */
export interface NoticeContact {
  readonly place: string | null;
  readonly phone: string | null;
  readonly email: string | null;
}

/** The one-page summary for the notice board, in printing order. */
export interface SummaryView extends PaperView {
  readonly kind: 'summary';
  /** Of a report that is not signed. */
  readonly draft: boolean;
  /** Which report it tells of; not signed: that it may not be posted. */
  readonly source: readonly string[];
  /** How many objectives are met, missed and so on. */
  readonly tally: string;
  readonly columns: {
    readonly objective: string;
    readonly threshold: string;
    readonly result: string;
    readonly verdict: string;
  };
  readonly rows: readonly SummaryRowView[];
  /** The flow of dossiers as numbers with their labels; empty where there was nothing, as `nothing` says. */
  readonly flow: readonly { readonly value: string; readonly label: string }[];
  /** What the flow consists of. */
  readonly bars: readonly SummaryBar[];
  readonly nothing: string;
  readonly contact: {
    readonly heading: string;
    readonly lines: readonly { readonly label: string; readonly value: string | null }[];
  };
  readonly signature: ReportV1['signatory'];
}

/** An objective on the notice board. */
export interface SummaryRowView {
  /** `2.3. Hồ sơ giải quyết trực tuyến`: the only text that may be shortened to keep the paper on one page. */
  readonly objective: string;
  readonly threshold: string;
  readonly percent: string;
  /** `(146/439)`; empty without a figure. */
  readonly ratio: string;
  readonly verdict: string;
  /** The sign beside the verdict. */
  readonly mark: 'met' | 'missed' | 'none';
}
