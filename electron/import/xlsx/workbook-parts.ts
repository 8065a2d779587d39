import { posix } from 'node:path';
import { AppError } from '#shared/errors.ts';
import { readEntry, type ZipEntry } from '../zip.ts';
import { attributes, partText, startTags, UnusualWorkbook } from './xml-text.ts';

/** The list of sheets and the relationships of a workbook take some kilobytes. */
const MAX_PART = 8 * 1024 * 1024;

/** What the workbook part says of its sheets. */
interface WorkbookSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Path of the worksheet inside the archive. */
  readonly path: string;
}

export interface WorkbookParts {
  readonly sheets: readonly WorkbookSheet[];
  readonly sharedStrings: string | null;
  readonly styles: string | null;
  readonly date1904: boolean;
}

/** Where the parts of a workbook lie. Throws `UnusualWorkbook` for what only the library reads; null when there is no workbook. */
export function readWorkbookParts(
  file: Buffer,
  entries: ReadonlyMap<string, ZipEntry>,
): WorkbookParts | null {
  const text = (path: string): string | null => {
    const entry = entries.get(path);
    if (entry !== undefined && entry.size > MAX_PART) throw new AppError('FILE_TOO_LARGE');
    return entry === undefined ? null : partText(readEntry(file, entry));
  };
  const workbookPath = findWorkbook(text('_rels/.rels'), entries);
  if (workbookPath === null) return null;
  if (/\.bin$/i.test(workbookPath)) throw new UnusualWorkbook('binary workbook');
  const xml = text(workbookPath);
  if (xml === null) return null;
  if (!/<workbook[\s>]/.test(xml)) throw new UnusualWorkbook('prefixed workbook');
  const folder = posix.dirname(workbookPath);
  const relations = readRelations(
    text(posix.join(folder, '_rels', `${posix.basename(workbookPath)}.rels`)),
    folder,
  );
  const byKind = (kind: string) =>
    [...relations.values()].find((relation) => relation.type.endsWith(`/${kind}`))?.target ?? null;
  const sheets: WorkbookSheet[] = [];
  for (const tag of startTags(xml, 'sheet')) {
    const attribute = attributes(tag);
    const id = Object.entries(attribute).find(([name]) => name.endsWith(':id'))?.[1];
    const relation = id === undefined ? undefined : relations.get(id);
    if (relation === undefined) throw new UnusualWorkbook('sheet without part');
    if (!relation.type.endsWith('/worksheet')) continue;
    sheets.push({
      name: attribute.name ?? '',
      hidden: /hidden/i.test(attribute.state ?? ''),
      path: relation.target,
    });
  }
  const [properties] = startTags(xml, 'workbookPr');
  const date1904 = properties !== undefined && /^(1|true|on)$/.test(attributes(properties).date1904 ?? '');
  return { sheets, sharedStrings: byKind('sharedStrings'), styles: byKind('styles'), date1904 };
}

function findWorkbook(rootRelations: string | null, entries: ReadonlyMap<string, ZipEntry>): string | null {
  for (const relation of readRelations(rootRelations, '').values()) {
    if (relation.type.endsWith('/officeDocument')) {
      // A text document or a presentation has such a part too.
      return /(^|\/)(word|ppt|visio)\//.test(relation.target) ? null : relation.target;
    }
  }
  return entries.has('xl/workbook.xml') ? 'xl/workbook.xml' : null;
}

function readRelations(xml: string | null, folder: string): Map<string, { type: string; target: string }> {
  const relations = new Map<string, { type: string; target: string }>();
  if (xml === null) return relations;
  if (/<\w+:Relationship\b/.test(xml)) throw new UnusualWorkbook('prefixed relationships');
  for (const tag of startTags(xml, 'Relationship')) {
    const { Id, Type, Target, TargetMode } = attributes(tag);
    if (Id === undefined || Type === undefined || Target === undefined || TargetMode === 'External') continue;
    const target = Target.startsWith('/')
      ? posix.normalize(Target.slice(1))
      : posix.normalize(posix.join(folder, Target));
    relations.set(Id, { type: Type, target });
  }
  return relations;
}

/** Numbers of the built-in formats that show a day or a time (ECMA-376 18.8.30, with the East Asian ones). */
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

/** Excel takes formats of up to 255 characters; the patterns below are not meant for more. */
const MAX_FORMAT = 1000;

/** Whether a number format shows a day or a time: `dd/mm/yyyy`, `[$-42A]d mmmm yyyy`, `[h]:mm`; not `#,##0 "đ"`. */
export function isDateFormat(format: string): boolean {
  if (format.length > MAX_FORMAT) return false;
  const section = format.split(';')[0] ?? '';
  const bare = section.replace(/"[^"]*"|\\.|_.|\*./g, '').replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  if (/general/i.test(bare) || /[#?]/.test(bare)) return false;
  return /[yhs]|d+|m+/i.test(bare) && !/^[^ymdhs]*[0][^ymdhs]*$/i.test(bare) && !/e[+-]/i.test(bare);
}

/** Whether a number format shows a percentage: `0%`, `0.00%`; not `0"%"`. */
export function isPercentFormat(format: string): boolean {
  if (format.length > MAX_FORMAT) return false;
  return (format.split(';')[0] ?? '').replace(/"[^"]*"|\\.|_.|\*./g, '').includes('%');
}

/** What a cell style makes of a number. */
const PLAIN = 0;
export const DATE = 1;
export const PERCENT = 2;

/** For each cell style what it makes of a number; index = the cell's `s`. */
export function readNumberStyles(xml: string | null): Uint8Array {
  if (xml === null) return new Uint8Array(0);
  if (!/<styleSheet[\s>]/.test(xml)) throw new UnusualWorkbook('prefixed styles');
  const custom = new Map<number, number>();
  for (const tag of startTags(xml, 'numFmt')) {
    const { numFmtId, formatCode } = attributes(tag);
    if (numFmtId === undefined || formatCode === undefined) continue;
    custom.set(
      Number(numFmtId),
      isDateFormat(formatCode) ? DATE : isPercentFormat(formatCode) ? PERCENT : PLAIN,
    );
  }
  const start = xml.search(/<cellXfs[\s>]/);
  const end = start < 0 ? -1 : xml.indexOf('</cellXfs>', start);
  const cellFormats = end < 0 ? '' : xml.slice(start, end);
  const styles: number[] = [];
  for (const tag of startTags(cellFormats, 'xf')) {
    const id = Number(attributes(tag).numFmtId ?? 0);
    styles.push(custom.get(id) ?? builtIn(id));
  }
  return Uint8Array.from(styles);
}

/** Formats 9 and 10 are `0%` and `0.00%`. */
function builtIn(id: number): number {
  return isBuiltInDate(id) ? DATE : id === 9 || id === 10 ? PERCENT : PLAIN;
}
