import type { LocalDate } from '#shared/domain/local-date.ts';
import { ERROR_REMARKS } from '#shared/import/remark-codes.ts';
import type { Balance, CellRemark, ImportDays, Preview } from '#shared/ipc/contract/imports.ts';

/** Rows of each kind that a preview shows, and remarks it quotes. */
const SHOWN = 200;
const QUOTED = 20;
const ERRORS: ReadonlySet<string> = new Set(ERROR_REMARKS);

type RowKind = Preview['rows'][number]['kind'];
type Change = Preview['rows'][number]['changes'][number];

/** A good row as the preview shows it. */
export interface ShownRow {
  readonly row: number;
  readonly code: string | null;
  /** The day of receipt; the day of an entry of another ledger. */
  readonly day: LocalDate | null;
  summary(): string;
  /** What an update changes; asked only of rows that are shown. */
  changes(): Change[];
}

/** Keeps the balance of an import and what is shown of it. */
export class ImportTally {
  readonly badRows: CellRemark[] = [];
  readonly remarks: Record<string, number> = {};
  readonly remarkSamples: CellRemark[] = [];
  readonly rows: Preview['rows'] = [];
  readonly #counts: Record<RowKind, number> = { added: 0, updated: 0, unchanged: 0, bad: 0 };
  readonly #samples: Record<string, number> = {};
  readonly #today: LocalDate;
  #days: ImportDays = null;
  ignored = 0;

  get balance(): Balance {
    const { added, updated, unchanged, bad } = this.#counts;
    return { read: added + updated + unchanged + bad, added, updated, unchanged, bad, ignored: this.ignored };
  }

  constructor(today: LocalDate) {
    this.#today = today;
  }

  /** First and last day of the good rows, days to come left out. */
  get days(): ImportDays {
    return this.#days;
  }

  good(kind: 'added' | 'updated' | 'unchanged', shown: ShownRow, remarks: readonly CellRemark[]): void {
    this.#counts[kind] += 1;
    if (shown.day !== null && shown.day <= this.#today) this.#noteDay(shown.day);
    if (remarks.length > 0) this.#note(remarks);
    if (this.#counts[kind] > SHOWN) return;
    const { row, code } = shown;
    const changes = kind === 'updated' ? shown.changes() : [];
    this.rows.push({ row, kind, code, summary: shown.summary(), changes, remarks: [...remarks] });
  }

  bad(row: number, code: string | null, summary: string, remarks: readonly CellRemark[]): void {
    this.#counts.bad += 1;
    for (const remark of remarks) if (ERRORS.has(remark.code)) this.badRows.push(remark);
    this.#note(remarks.filter((remark) => !ERRORS.has(remark.code)));
    if (this.#counts.bad <= SHOWN)
      this.rows.push({ row, kind: 'bad', code, summary, changes: [], remarks: [...remarks] });
  }

  /** Whether a remark on a good row will be shown anywhere; the others are only counted, which spares their wording. */
  wants(kind: 'added' | 'updated' | 'unchanged', code: string): boolean {
    return this.#counts[kind] < SHOWN || (this.#samples[code] ?? 0) < QUOTED;
  }

  count(code: string): void {
    this.remarks[code] = (this.remarks[code] ?? 0) + 1;
  }

  #noteDay(day: LocalDate): void {
    if (this.#days === null) this.#days = { from: day, to: day };
    else if (day < this.#days.from) this.#days = { ...this.#days, from: day };
    else if (day > this.#days.to) this.#days = { ...this.#days, to: day };
  }

  #note(remarks: readonly CellRemark[]): void {
    for (const remark of remarks) {
      this.count(remark.code);
      const quoted = this.#samples[remark.code] ?? 0;
      if (quoted >= QUOTED) continue;
      this.#samples[remark.code] = quoted + 1;
      this.remarkSamples.push(remark);
    }
  }
}

/** A text as the preview shows it, not longer than it may be. */
export function shortText(value: string): string {
  return value.slice(0, 300);
}
