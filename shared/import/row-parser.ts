import type { LocalDate } from '../domain/local-date.ts';
import { maskNumber } from '../domain/person-number.ts';
import type { CellRemark } from '../ipc/contract/imports.ts';
import { cellText } from './cells.ts';
import type { ImportField } from './fields.ts';
import { type FoundColumn, lowestHeading } from './find-header.ts';
import { type CellValue, type ParsedCell, parseCell } from './parse-cell.ts';
import { foldKey } from './parse-words.ts';
import type { Problem, RecordKind, RowInHand } from './record-kind.ts';
import { ERROR_REMARKS, type RemarkCode } from './remark-codes.ts';
import { cellRemark, type RemarkLanguage, type RemarkWords } from './remarks.ts';
import { type RowShape, rowKind } from './row-kind.ts';
import { DateCell, type RawCell, type RawRow, type RowOutcome } from './types.ts';

const CACHE_LIMIT = 4000;
const ERRORS: ReadonlySet<string> = new Set(ERROR_REMARKS);

/** Fields whose cells repeat so much that a parsed cell is worth remembering. */
const REMEMBERED: ReadonlySet<ImportField['parser']> = new Set([
  'date',
  'month',
  'choice',
  'channel',
  'status',
  'outcome',
  'flag',
  'yes-no',
  'in-software',
]);

interface Column<F extends string> {
  readonly field: ImportField<F>;
  readonly index: number;
  readonly heading: string;
  readonly cache: Map<string | number, ParsedCell> | null;
}

/** What the rows are judged by besides their own cells. */
export interface RowParserOptions {
  readonly today?: LocalDate | undefined;
  readonly language?: RemarkLanguage | undefined;
}

/**
 * Turns rows under a header into outcomes by the rules of their kind; the only thing it remembers from row to row are
 * the things seen (`DUPLICATE_IN_FILE`) and whether the footer has begun.
 */
export class RowParser<V> {
  readonly #kind: RecordKind<V>;
  readonly #columns: readonly Column<keyof V & string>[];
  readonly #shape: RowShape;
  readonly #hand: Hand<V>;
  readonly #language: RemarkLanguage;
  readonly #seen = new Map<string, number>();
  /** Fields whose cells hold ID numbers: remarks show them masked. */
  readonly #numbers: ReadonlySet<string>;
  #afterFooter = false;

  constructor(kind: RecordKind<V>, columns: readonly FoundColumn[], options: RowParserOptions = {}) {
    this.#kind = kind;
    this.#columns = columns.flatMap((column) => {
      const field = kind.fields.find((candidate) => candidate.field === column.field);
      if (field === undefined) return [];
      return [
        {
          field,
          index: column.index,
          heading: lowestHeading(column),
          cache: REMEMBERED.has(field.parser) ? new Map() : null,
        },
      ];
    });
    const byField = new Map<string, Column<keyof V & string>>(
      this.#columns.map((column) => [column.field.field, column]),
    );
    this.#hand = new Hand<V>(byField, options.today);
    this.#shape = shapeOf(kind, columns, byField);
    this.#language = options.language ?? 'vi';
    this.#numbers = new Set(
      kind.fields.filter(({ parser }) => parser === 'person-id').map(({ field }) => field),
    );
  }

  /** The outcome of one row; null for a blank one. Rows must come in file order. */
  parse(row: RawRow): RowOutcome<V> | null {
    const why = rowKind(row, this.#shape, this.#afterFooter);
    if (why === 'blank') return null;
    if (why !== null) {
      if (why === 'total' || why === 'signature') this.#afterFooter = true;
      return { kind: 'ignored', row: row.row, why };
    }
    const hand = this.#hand;
    hand.take(row);
    this.#readCells(row, hand);
    const derived = this.#kind.judge(hand);
    this.#checkDuplicate(row, hand);
    return this.#outcome(row.row, hand, derived);
  }

  #readCells(row: RawRow, hand: Hand<V>): void {
    const values = hand.values as Record<string, CellValue>;
    for (const column of this.#columns) {
      const cell = row.cells[column.index];
      if (cell === null || cell === undefined || cell === '') continue;
      const parsed = readCell(column, cell);
      const { field } = column.field;
      if (parsed.value !== undefined) values[field] = parsed.value;
      if (parsed.error !== null)
        hand.problems.push({
          code: parsed.error,
          field,
          cell,
          words: parsed.words,
          more: parsed.words === 'NO_CHOICE' ? { choices: choicesOf(column.field) } : undefined,
        });
      if (parsed.remark !== null) hand.problems.push({ code: parsed.remark, field, cell });
    }
  }

  #checkDuplicate(row: RawRow, hand: Hand<V>): void {
    const key = this.#kind.fileKey(hand.values);
    if (key === null) return;
    const first = this.#seen.get(key);
    if (first === undefined) {
      // A copy of its own: the code may be a slice that would keep a megabyte of the file's text alive.
      this.#seen.set(` ${key}`.slice(1), row.row);
      return;
    }
    const cell = this.#kind.title(hand.values) ?? key;
    hand.problems.push({
      code: 'DUPLICATE_IN_FILE',
      field: this.#kind.keyField,
      cell,
      words: this.#kind.id === 'dossiers' ? 'DUPLICATE_IN_FILE_ROW' : 'DUPLICATE_KEY_ROW',
      more: { first },
    });
  }

  #outcome(
    row: number,
    { values, problems }: Hand<V>,
    derived: readonly (keyof V & string)[],
  ): RowOutcome<V> {
    if (problems.length === 0)
      return { kind: 'record', row, values: values as V, derived, remarks: NO_REMARKS };
    const errors: CellRemark[] = [];
    const notes: CellRemark[] = [];
    for (const problem of problems)
      (ERRORS.has(problem.code) ? errors : notes).push(this.#remark(row, problem));
    if (errors.length === 0) return { kind: 'record', row, values: values as V, derived, remarks: notes };
    return { kind: 'bad', row, code: this.#kind.title(values), remarks: [...errors, ...notes], values };
  }

  #remark(row: number, { code, field, cell, words, more }: Problem): CellRemark {
    const column = this.#hand.heading(field);
    const text = cellText(cell);
    const value = this.#numbers.has(field) ? maskNumber(text) : text;
    return cellRemark(this.#language, { row, column, value, code }, words, more);
  }
}

const NO_REMARKS: readonly CellRemark[] = [];

/** One row after the other; made once, because this runs for every row of a list. */
class Hand<V> implements RowInHand<V> {
  values: Partial<V> = {};
  problems: Problem<keyof V & string>[] = [];
  readonly today: LocalDate | undefined;
  readonly #byField: ReadonlyMap<string, Column<keyof V & string>>;
  #cells: readonly RawCell[] = [];

  constructor(byField: ReadonlyMap<string, Column<keyof V & string>>, today: LocalDate | undefined) {
    this.#byField = byField;
    this.today = today;
  }

  take({ cells }: RawRow): void {
    this.#cells = cells;
    this.values = {};
    this.problems = [];
  }

  heading(field: string): string | null {
    return this.#byField.get(field)?.heading ?? null;
  }

  has(field: keyof V & string): boolean {
    return this.#byField.has(field);
  }

  text(field: keyof V & string): string {
    return cellText(this.#cell(field));
  }

  isWrong(field: keyof V & string): boolean {
    return this.problems.some((problem) => problem.field === field && ERRORS.has(problem.code));
  }

  add(
    code: RemarkCode,
    field: keyof V & string,
    words?: RemarkWords,
    more?: Readonly<Record<string, string | number>>,
  ): void {
    this.problems.push({ code, field, cell: this.#cell(field), words, more });
  }

  #cell(field: string): RawCell | undefined {
    const column = this.#byField.get(field);
    return column && this.#cells[column.index];
  }
}

function shapeOf<V>(
  kind: RecordKind<V>,
  columns: readonly FoundColumn[],
  byField: ReadonlyMap<string, Column<keyof V & string>>,
): RowShape {
  const day = byField.get(kind.day);
  const choices = new Map(
    [...byField.values()]
      .filter(({ field }) => field.parser === 'choice')
      .map(({ index, field }) => [index, field]),
  );
  return {
    headings: columns.map((column) => column.headings.map(foldKey)),
    codeIndex: (kind.code === null ? undefined : byField.get(kind.code)?.index) ?? -1,
    codeLike: kind.codeLike,
    dayIndex: day?.index ?? -1,
    isDay: (cell) => day !== undefined && parseCell(cell, day.field).value !== undefined,
    isValue: (index, cell) => {
      const field = choices.get(index);
      return field !== undefined && parseCell(cell, field).value !== undefined;
    },
    mapped: new Set([...byField.values()].map((column) => column.index)),
    wordKeys: new Set(kind.wordKeys.map((name) => byField.get(name)?.index ?? -1)),
  };
}

/** The words that a choice is written with, for the reader of a remark. */
function choicesOf({ names }: ImportField): string {
  return Object.values(names ?? {}).join(', ');
}

function readCell(column: Column<string>, cell: RawCell): ParsedCell {
  const { cache } = column;
  const key = cell instanceof DateCell ? cell.serial : typeof cell === 'string' ? cell : null;
  if (cache === null || key === null) return parseCell(cell, column.field);
  const known = cache.get(key);
  if (known !== undefined) return known;
  const parsed = parseCell(cell, column.field);
  if (cache.size >= CACHE_LIMIT) cache.clear();
  cache.set(key, parsed);
  return parsed;
}
