/** An input that a reader did not bear, and what it did. */
export interface Finding {
  readonly what: string;
  /** Base64. */
  readonly input: string;
}

/** What came of trying one reader. */
export interface TargetResult {
  readonly target: string;
  readonly seed: number;
  readonly inputs: number;
  /** Inputs kept because they reached code that none before had reached. */
  readonly kept: number;
  /** Blocks of the program's code reached. */
  readonly blocks: number;
  /** Milliseconds of processor time of the slowest input. */
  readonly slowest: number;
  /** Most memory the process held, MB. */
  readonly peak: number;
  /** What came of the inputs → how many. */
  readonly outcomes: Readonly<Record<string, number>>;
  readonly findings: readonly Finding[];
}
