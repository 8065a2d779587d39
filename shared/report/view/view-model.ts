/**
 * The printed page as content without geometry: what the PDF, a preview or a test reads. All texts are final.
 * Rows are in printing order.
 */
export interface ReportView {
  readonly language: 'vi';
  readonly heading: HeadingView;
  readonly addressee: { readonly label: string; readonly text: string };
  readonly introduction: readonly string[];
  readonly sections: readonly SectionView[];
  readonly closing: string;
  readonly recipients: { readonly label: string; readonly lines: readonly string[] };
  readonly signature: SignatureView;
  readonly flowAnnex: FlowAnnexView;
  readonly formulaAnnex: FormulaAnnexView;
  readonly footer: string;
  /** Across every page; null for a signed report of real data. */
  readonly watermark: string | null;
  /** Title of the document for the reader's window. */
  readonly title: string;
}

/** The block of the signature. */
export interface SignatureView {
  readonly authority: string;
  readonly title: string;
  readonly name: string;
  /** Lines within the frame of the PDF signature; absent where none is shown. */
  readonly mark?: readonly string[];
}

export interface HeadingView {
  /** Cơ quan chủ quản, upper case; null where there is none. */
  readonly superior: string | null;
  /** Cơ quan ban hành, upper case, in one or two lines. */
  readonly agency: readonly string[];
  readonly number: string;
  readonly country: string;
  readonly motto: string;
  readonly placeAndDate: string;
  readonly title: string;
  readonly subject: readonly string[];
}

export interface SectionView {
  readonly heading: string;
  readonly blocks: readonly BlockView[];
}

export type BlockView =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'note'; readonly text: string }
  | {
      readonly kind: 'objectives';
      readonly columns: readonly string[];
      readonly rows: readonly ObjectiveRowView[];
    };

export interface ObjectiveRowView {
  readonly id: string;
  readonly title: string;
  readonly threshold: string;
  readonly result: string;
  readonly percent: string;
  readonly verdict: string;
  readonly missed: boolean;
  readonly short: string;
}

export interface AnnexHeadingView {
  readonly label: string;
  readonly title: string;
  readonly attachedTo: string;
}

export interface FlowAnnexView extends AnnexHeadingView {
  readonly form: string;
  readonly facts: readonly string[];
  readonly measure: string;
  readonly words: FlowWordsView;
  readonly rows: readonly {
    readonly ordinal: string;
    readonly field: string;
    readonly cells: readonly string[];
    readonly sum: boolean;
  }[];
}

export interface FlowWordsView {
  readonly ordinal: string;
  readonly field: string;
  readonly received: string;
  readonly resolved: string;
  readonly pending: string;
  readonly total: string;
  readonly inPeriod: string;
  readonly online: string;
  readonly other: string;
  readonly carriedOver: string;
  readonly early: string;
  readonly onTime: string;
  readonly late: string;
  readonly inTime: string;
  readonly overdue: string;
}

export interface FormulaAnnexView extends AnnexHeadingView {
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly objective: string;
    readonly formula: string;
    readonly numerator: string;
    readonly denominator: string;
  }[];
  readonly rules: readonly string[];
  readonly note: string;
  readonly digital: {
    readonly title: string;
    readonly text: string;
    readonly digest: string;
    /** Of the other ledgers; absent where no figure rests on them. */
    readonly entriesDigest?: string;
    /** Head of the log; absent in reports from before there was one. */
    readonly changeLog?: string;
    readonly code: CodeView;
  };
}

/** By what a paper is found and compared with its file: lines beside a QR code. */
export interface CodeView {
  readonly lines: readonly string[];
  /** Null on a draft, which has no file. */
  readonly qr: { readonly text: string; readonly label: string } | null;
}
