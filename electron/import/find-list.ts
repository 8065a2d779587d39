import { AppError } from '#shared/errors.ts';
import { type FoundColumn, type FoundHeader, findHeader } from '#shared/import/find-header.ts';
import { type AnyKind, allKinds } from '#shared/import/kinds.ts';
import { HeadingMatcher } from '#shared/import/match-headings.ts';
import type { ReadOptions } from '#shared/import/options.ts';
import { recallMapping } from '#shared/import/remembered-mapping.ts';
import type { RawRow } from '#shared/import/types.ts';
import type { LikelyKind } from '#shared/ipc/contract/imports.ts';
import { legacyDecoder } from './legacy-columns.ts';
import type { OpenedFile } from './open-file.ts';
import { firstRows, type SheetSource } from './sheet-source.ts';
import { withFileName } from './with-file.ts';

/** Rows looked at before anything is read in earnest: enough for titles, header and samples of every column. */
const HEAD_ROWS = 250;

/** Scores of two headers that are as good as each other: less than the weight of one column. */
const SAME_SCORE = 0.5;

/** The list found in a file. */
export interface FoundList {
  /** Index of the sheet in the source. */
  readonly sheet: number;
  /** First rows, legacy text decoded. */
  readonly head: readonly RawRow[];
  /** Null when nothing looks like a list. */
  readonly header: FoundHeader | null;
  /** Turns TCVN3 or VNI text of a row into Unicode; null where there is none. */
  readonly decode: ((row: RawRow) => RawRow) | null;
}

/** The list, and what else the file holds. */
export interface FoundLists {
  readonly list: FoundList;
  /** Names of other visible sheets with a list of the same kind; empty when the sheet was chosen by hand. */
  readonly otherLists: readonly string[];
}

/**
 * Finds the sheet that holds the list, its header and its columns. Guide sheets lose because their headings or rows are few;
 * hidden sheets are looked at only when no visible one holds a list. Throws SHEET_NOT_FOUND.
 */
export function findList(
  { source, name }: OpenedFile,
  kind: AnyKind,
  options: ReadOptions,
): Promise<FoundLists> {
  return withFileName(name, () => find(source, kind, options));
}

async function find(source: SheetSource, kind: AnyKind, options: ReadOptions): Promise<FoundLists> {
  const matcher = new HeadingMatcher(kind.fields, kind.otherKeys);
  const look = async (sheet: number): Promise<FoundList> => {
    const { head, decode } = await readHead(source, sheet);
    const found = findHeader(head, kind.fields, matcher, options.headerRow);
    return { sheet, head, header: found === null ? null : mapped(found, kind, options), decode };
  };
  if (options.sheet !== undefined)
    return { list: await look(indexOf(source, options.sheet)), otherLists: [] };
  const seen: FoundList[] = [];
  let best: FoundList | null = null;
  for (const hidden of [false, true]) {
    for (const [index, info] of source.sheets.entries()) {
      if (info.hidden !== hidden) continue;
      const found = await look(index);
      if (!hidden) seen.push(found);
      if (best === null || isBetter(found, best)) best = found;
    }
    if (best?.header) break;
  }
  if (best === null) throw new AppError('SHEET_NOT_FOUND', { sheet: '' });
  const others = seen.filter((list) => list !== best && isWhole(list, kind));
  return {
    list: best,
    otherLists: others.map(({ sheet }) => source.sheets[sheet]?.name.slice(0, 100) ?? ''),
  };
}

/** The first rows of a sheet in Unicode. */
async function readHead(source: SheetSource, sheet: number): Promise<Pick<FoundList, 'head' | 'decode'>> {
  const raw = await firstRows(source, sheet, HEAD_ROWS);
  const decode = legacyDecoder(raw);
  return { head: decode === null ? raw : raw.map(decode), decode };
}

/** Index of the sheet with a name. Throws SHEET_NOT_FOUND. */
function indexOf(source: SheetSource, sheet: string): number {
  const wanted = sheet.normalize('NFC').trim();
  const index = source.sheets.findIndex(({ name }) => name.normalize('NFC').trim() === wanted);
  if (index < 0) throw new AppError('SHEET_NOT_FOUND', { sheet });
  return index;
}

/** A list that could be imported as it stands: every required column is there, and a row below. */
function isWhole(list: FoundList, kind: AnyKind): boolean {
  return list.header !== null && missingFields(list.header, kind).length === 0 && rowsUnder(list) > 0;
}

/** How many kinds are named at most. */
const MOST_KINDS = 5;

/**
 * What a file's list may be, best first: kinds all of whose required columns are there, by the number and certainty of
 * the columns they recognise. Looked at is the sheet chosen by hand, else every visible one.
 */
export async function likelyKinds(
  { source }: OpenedFile,
  options: Pick<ReadOptions, 'sheet'>,
): Promise<LikelyKind[]> {
  const sheets =
    options.sheet === undefined
      ? [...source.sheets.keys()].filter((index) => !source.sheets[index]?.hidden)
      : [indexOf(source, options.sheet)];
  const scores = new Map<AnyKind, number>();
  const matchers = allKinds().map((kind) => [kind, new HeadingMatcher(kind.fields, kind.otherKeys)] as const);
  for (const sheet of sheets) {
    const { head, decode } = await readHead(source, sheet);
    for (const [kind, matcher] of matchers) {
      const header = findHeader(head, kind.fields, matcher);
      if (header === null || !isWhole({ sheet, head, header, decode }, kind)) continue;
      scores.set(kind, Math.max(scores.get(kind) ?? 0, header.score));
    }
  }
  return [...scores]
    .map(([{ id }, score]) => ({ kind: id, score: Math.round(score * 100) / 100 }))
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_KINDS);
}

/**
 * Whether a sheet is rather the list than the best one before it: its header says clearly more, or about as much with
 * more rows under it (a sheet that shows one row as an example stands before the list).
 */
function isBetter(found: FoundList, best: FoundList): boolean {
  const lead = (found.header?.score ?? 0) - (best.header?.score ?? 0);
  return Math.abs(lead) < SAME_SCORE ? rowsUnder(found) > rowsUnder(best) : lead > 0;
}

function rowsUnder({ head, header }: FoundList): number {
  return header === null ? 0 : head.filter(({ row }) => row > header.headerRow).length;
}

/** Columns chosen now, else those chosen for a list with the same headings before, else the program's proposal. */
function mapped(
  header: FoundHeader,
  { otherKeys }: AnyKind,
  { columns, remembered = [] }: ReadOptions,
): FoundHeader {
  return withColumns(header, columns ?? recallMapping(remembered, header, otherKeys));
}

/** Columns corrected by hand take the place of the proposal as a whole; a field without a column is not imported. */
function withColumns(
  header: FoundHeader,
  columns: Readonly<Record<string, number>> | undefined,
): FoundHeader {
  if (columns === undefined) return header;
  const byIndex = new Map(Object.entries(columns).map(([field, index]) => [index, field]));
  const width = Math.max(header.columns.length, ...[...byIndex.keys()].map((index) => index + 1));
  return {
    ...header,
    columns: Array.from({ length: width }, (_, index): FoundColumn => {
      const field = byIndex.get(index) ?? null;
      return {
        index,
        headings: header.columns[index]?.headings ?? [],
        field,
        confidence: field === null ? 0 : 1,
      };
    }),
  };
}

/** The header of a list that is to be read in earnest. Throws HEADER_NOT_FOUND, MAPPING_INCOMPLETE (`fields`). */
export function requireHeader({ source, name }: OpenedFile, list: FoundList, kind: AnyKind): FoundHeader {
  if (list.header === null)
    throw new AppError('HEADER_NOT_FOUND', { file: name, sheet: source.sheets[list.sheet]?.name ?? '' });
  const missing = missingFields(list.header, kind);
  if (missing.length > 0)
    throw new AppError('MAPPING_INCOMPLETE', { file: name, fields: missing.join(', ') });
  return list.header;
}

/** Required fields that no column gives. */
export function missingFields(header: FoundHeader | null, { fields }: AnyKind): string[] {
  const given = new Set(header?.columns.map((column) => column.field));
  return fields.filter(({ required, field }) => required && !given.has(field)).map(({ field }) => field);
}
