import type { DossierField, DossierStatus } from '../domain/dossier.ts';
import { ENDED_STATUSES } from '../domain/dossier-rules.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { CellRemark } from '../ipc/contract/imports.ts';
import { cellText } from './cells.ts';
import { DOSSIER_IMPORT_FIELDS, type ImportField } from './fields.ts';
import { type FoundColumn, lowestHeading } from './find-header.ts';
import { type ParsedCell, parseCell } from './parse-cell.ts';
import { foldKey } from './parse-words.ts';
import { ERROR_REMARKS, type RemarkCode } from './remark-codes.ts';
import { cellRemark, type RemarkLanguage, type RemarkWords } from './remarks.ts';
import { type RowShape, rowKind } from './row-kind.ts';
import {
  DateCell,
  type DossierPatch,
  type RawCell,
  type RawRow,
  type RecordPatch,
  type RowOutcome,
} from './types.ts';

const NEVER_COUNTED: ReadonlySet<DossierStatus> = new Set(['registered', 'not-accepted']);
const CACHE_LIMIT = 4000;
const ERRORS: ReadonlySet<string> = new Set(ERROR_REMARKS);

/** Fields whose cells repeat so much that a parsed cell is worth remembering. */
const REMEMBERED: ReadonlySet<ImportField['parser']> = new Set([
  'date',
  'channel',
  'status',
  'outcome',
  'flag',
  'yes-no',
]);

interface Column {
  readonly field: ImportField<DossierField>;
  readonly index: number;
  readonly heading: string;
  readonly cache: Map<string | number, ParsedCell> | null;
}

interface Problem {
  readonly code: RemarkCode;
  readonly field: DossierField;
  readonly cell: RawCell | undefined;
  readonly words?: RemarkWords;
  readonly more?: Readonly<Record<string, string | number>>;
}

/** What the rows are judged by besides their own cells. */
export interface RowParserOptions {
  readonly today?: LocalDate | undefined;
  readonly language?: RemarkLanguage | undefined;
}

/**
 * Turns rows under a header into outcomes by the single-row rules of counting.md; the only thing it remembers from row
 * to row are the codes seen (`DUPLICATE_IN_FILE`) and whether the footer has begun.
 */
export class RowParser {
  readonly #columns: readonly Column[];
  readonly #byField: ReadonlyMap<string, Column>;
  readonly #shape: RowShape;
  readonly #today: LocalDate | undefined;
  readonly #language: RemarkLanguage;
  readonly #seen = new Map<string, number>();
  #afterFooter = false;

  constructor(columns: readonly FoundColumn[], options: RowParserOptions = {}) {
    this.#columns = columns.flatMap((column) => {
      const field = DOSSIER_IMPORT_FIELDS.find((candidate) => candidate.field === column.field);
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
    this.#byField = new Map(this.#columns.map((column) => [column.field.field, column]));
    this.#shape = {
      headings: columns.map((column) => column.headings.map(foldKey)),
      codeIndex: this.#byField.get('code')?.index ?? -1,
      receivedIndex: this.#byField.get('receivedOn')?.index ?? -1,
      mapped: new Set(this.#columns.map((column) => column.index)),
    };
    this.#today = options.today;
    this.#language = options.language ?? 'vi';
  }

  /** The outcome of one row; null for a blank one. Rows must come in file order. */
  parse(row: RawRow): RowOutcome | null {
    const kind = rowKind(row, this.#shape, this.#afterFooter);
    if (kind === 'blank') return null;
    if (kind !== null) {
      if (kind === 'total' || kind === 'signature') this.#afterFooter = true;
      return { kind: 'ignored', row: row.row, why: kind };
    }
    const values: Partial<DossierPatch> = {};
    const problems: Problem[] = [];
    this.#readCells(row, values, problems);
    const derived = this.#completeStatus(row, values, problems);
    this.#judge(row, values, problems);
    this.#checkDuplicate(row, values, problems);
    return this.#outcome(row.row, values, derived, problems);
  }

  #readCells(row: RawRow, values: Partial<DossierPatch>, problems: Problem[]): void {
    for (const column of this.#columns) {
      const cell = row.cells[column.index];
      if (cell === null || cell === undefined || cell === '') continue;
      const parsed = readCell(column, cell);
      const { field } = column.field;
      if (parsed.value !== undefined) (values as Record<string, unknown>)[field] = parsed.value;
      if (parsed.error !== null) problems.push({ code: parsed.error, field, cell });
      if (parsed.remark !== null) problems.push({ code: parsed.remark, field, cell });
    }
  }

  /** Without a status of its own the row is finished or returned by its dates, else in processing. */
  #completeStatus(row: RawRow, values: Partial<DossierPatch>, problems: Problem[]): readonly DossierField[] {
    if (values.status !== undefined) return NONE;
    const column = this.#byField.get('status');
    if (column !== undefined) {
      if (problems.some((problem) => problem.field === 'status')) return NONE;
      problems.push({ code: 'STATUS_EMPTY', field: 'status', cell: row.cells[column.index] });
    }
    values.status =
      values.returnedOn !== undefined
        ? 'returned'
        : values.finishedOn !== undefined
          ? 'finished'
          : 'processing';
    return STATUS;
  }

  #judge(row: RawRow, values: Partial<DossierPatch>, problems: Problem[]): void {
    const add = (
      code: RemarkCode,
      field: DossierField,
      words?: RemarkWords,
      more?: Readonly<Record<string, string | number>>,
    ) => {
      const column = this.#byField.get(field);
      problems.push({
        code,
        field,
        cell: column && row.cells[column.index],
        ...(words && { words }),
        ...(more && { more }),
      });
    };
    const isWrong = (field: DossierField) =>
      problems.some((problem) => problem.field === field && ERRORS.has(problem.code));
    const { receivedOn, dueOn, finishedOn, returnedOn, status } = values;
    if (values.code === undefined && !isWrong('code')) add('CODE_MISSING', 'code');
    if (receivedOn === undefined && !isWrong('receivedOn')) add('DATE_MISSING', 'receivedOn');
    if (receivedOn !== undefined) {
      const received = {
        received: `${receivedOn.slice(8)}/${receivedOn.slice(5, 7)}/${receivedOn.slice(0, 4)}`,
      };
      if (dueOn !== undefined && dueOn < receivedOn)
        add('DATE_ORDER', 'dueOn', 'DATE_ORDER_RECEIVED', received);
      if (finishedOn !== undefined && finishedOn < receivedOn)
        add('DATE_ORDER', 'finishedOn', 'DATE_ORDER_RECEIVED', received);
      if (returnedOn !== undefined && returnedOn < receivedOn)
        add('DATE_ORDER', 'returnedOn', 'DATE_ORDER_RECEIVED', received);
    }
    const ended = finishedOn !== undefined || returnedOn !== undefined;
    if (
      status !== undefined &&
      ENDED_STATUSES.has(status) &&
      !ended &&
      !isWrong('finishedOn') &&
      !isWrong('returnedOn')
    ) {
      const at: DossierField =
        this.#byField.has('finishedOn') || !this.#byField.has('returnedOn') ? 'finishedOn' : 'returnedOn';
      const column = this.#byField.get('status');
      add('DATE_MISSING', this.#byField.has(at) ? at : 'status', 'DATE_MISSING_END', {
        status: cellText(column && row.cells[column.index]),
      });
    }
    if (status !== undefined && !ENDED_STATUSES.has(status) && !NEVER_COUNTED.has(status) && ended)
      add('STATUS_DATE', 'status');
    if (finishedOn !== undefined && returnedOn !== undefined && returnedOn < finishedOn)
      add('RETURNED_BEFORE_FINISHED', 'returnedOn');
    if (this.#today !== undefined) {
      if (receivedOn !== undefined && receivedOn > this.#today) add('DATE_FUTURE', 'receivedOn');
      if (finishedOn !== undefined && finishedOn > this.#today) add('DATE_FUTURE', 'finishedOn');
      if (returnedOn !== undefined && returnedOn > this.#today) add('DATE_FUTURE', 'returnedOn');
    }
    if (values.channel === undefined && this.#byField.has('channel') && !isWrong('channel'))
      add('CHANNEL_EMPTY', 'channel');
  }

  #checkDuplicate(row: RawRow, values: Partial<DossierPatch>, problems: Problem[]): void {
    const { code } = values;
    if (code === undefined) return;
    const first = this.#seen.get(code);
    if (first === undefined) {
      // A copy of its own: the code may be a slice that would keep a megabyte of the file's text alive.
      this.#seen.set(` ${code}`.slice(1), row.row);
      return;
    }
    problems.push({
      code: 'DUPLICATE_IN_FILE',
      field: 'code',
      cell: code,
      words: 'DUPLICATE_IN_FILE_ROW',
      more: { first },
    });
  }

  #outcome(
    row: number,
    values: Partial<DossierPatch>,
    derived: readonly DossierField[],
    problems: readonly Problem[],
  ): RowOutcome {
    if (problems.length === 0)
      return { kind: 'record', row, values: values as RecordPatch, derived, remarks: NO_REMARKS };
    const errors: CellRemark[] = [];
    const notes: CellRemark[] = [];
    for (const problem of problems)
      (ERRORS.has(problem.code) ? errors : notes).push(this.#remark(row, problem));
    if (errors.length === 0)
      return { kind: 'record', row, values: values as RecordPatch, derived, remarks: notes };
    return { kind: 'bad', row, code: values.code ?? null, remarks: [...errors, ...notes], values };
  }

  #remark(row: number, { code, field, cell, words, more }: Problem): CellRemark {
    const column = this.#byField.get(field)?.heading ?? null;
    return cellRemark(this.#language, { row, column, value: cellText(cell), code }, words, more);
  }
}

const NONE: readonly DossierField[] = [];
const STATUS: readonly DossierField[] = ['status'];
const NO_REMARKS: readonly CellRemark[] = [];

function readCell(column: Column, cell: RawCell): ParsedCell {
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
