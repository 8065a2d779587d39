import type { LocalDate } from '../../domain/local-date.ts';
import type { ReportV1 } from '../report-v1.ts';
import type { HeadingView } from './view-model.ts';

/** What every paper of a unit says about where it comes from. */
export interface PaperOrigin {
  readonly unit: ReportV1['unit'];
  readonly signatory: ReportV1['signatory'];
  /** Day on which the paper is drawn: its year stands where the date is to be written in. */
  readonly madeOn: LocalDate;
  /** Made from the invented sample commune; the page bears a watermark. */
  readonly sample: boolean;
}

/** A decision as papers cite it. */
export type CitedDecision = ReportV1['targetSet']['decision'];

/** What all papers beside the report have, as content without geometry. All texts are final. */
export interface PaperView {
  readonly heading: HeadingView;
  readonly orientation: 'portrait' | 'landscape';
  readonly footer: string;
  readonly watermark: string | null;
  /** Title and author of the document for the reader's window. */
  readonly title: string;
  readonly author: string;
}

/** The plan (kế hoạch thực hiện mục tiêu chất lượng) in printing order. */
export interface PlanView extends PaperView {
  readonly kind: 'plan';
  readonly introduction: string;
  readonly tableHeading: string;
  readonly columns: readonly string[];
  readonly groups: readonly PlanGroupView[];
  readonly carryingOut: { readonly heading: string; readonly paragraphs: readonly string[] };
  readonly closing: string;
  readonly recipients: { readonly label: string; readonly lines: readonly string[] };
  readonly signature: ReportV1['signatory'];
}

/** An objective with its measures; `none` stands where it has no measure yet. */
export interface PlanGroupView {
  readonly objective: string;
  readonly threshold: string | null;
  /** What stands in the column of the objective beside its second and later measures. */
  readonly continued: string;
  readonly none: string;
  readonly rows: readonly {
    readonly ordinal: string;
    readonly measure: string;
    readonly resources: string;
    readonly owner: string;
    readonly time: string;
    readonly assessment: string;
  }[];
}

/** The list to be signed by those who were told of the objectives. */
export interface SigningListView extends PaperView {
  readonly kind: 'signing-list';
  /** What they were told of; null where the list is of several subjects. */
  readonly about: string | null;
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly ordinal: string;
    readonly name: string;
    readonly post: string;
    readonly subject: string;
    readonly toldOn: string;
    /** Beside the room for the signature: an acknowledgement already recorded. */
    readonly acknowledged: string;
  }[];
  /** Instead of rows where there is none. */
  readonly none: string;
  readonly total: string;
  readonly preparer: string;
  readonly signature: ReportV1['signatory'];
}
