import type { Suspension, SuspensionKind } from '../domain/dossier.ts';
import { formatDate, type LocalDate } from '../domain/local-date.ts';
import { parseDateCell } from './parse-date.ts';
import { foldKey } from './parse-words.ts';
import { SUSPENSION_NAMES } from './word-names.ts';

/**
 * Suspensions as one text: `Bổ sung 01/03/2024–05/03/2024 (hạn cũ 10/03/2024); Tạm dừng từ 12/03/2024`.
 * {@link parseSuspensions} reads it back. Empty for none.
 */
export function suspensionsText(spans: readonly Suspension[]): string {
  return spans.map(spanText).join('; ');
}

function spanText({ kind, from, to, dueBefore }: Suspension): string {
  const days = to === null ? `từ ${formatDate(from)}` : `${formatDate(from)}–${formatDate(to)}`;
  const moved = dueBefore === null ? '' : ` (hạn cũ ${formatDate(dueBefore)})`;
  return `${SUSPENSION_NAMES[kind]} ${days}${moved}`;
}

const DAY = String.raw`(\d{1,2}[/.-]\d{1,2}[/.-]\d{4})`;
const SPAN = new RegExp(
  String.raw`^(\D*?)\s*(?:từ\s+)?(?:ngày\s+)?${DAY}(?:\s*(?:[–—-]|đến|tới)\s*(?:ngày\s+)?(?:${DAY}|nay))?\s*(?:\(\s*hạn cũ:?\s*${DAY}\s*\))?$`,
  'iu',
);
const KINDS: readonly (readonly [RegExp, SuspensionKind])[] = [
  [/\bbo sung\b/, 'supplement'],
  [/\b(tai chinh|thanh toan|nop (thue|phi|tien))\b/, 'payment'],
  [/\b(tam (dung|ngung)|dung)\b/, 'paused'],
];

/** Reads what {@link suspensionsText} writes, and the same as people would type it; null when a part is not understood. */
export function parseSuspensions(text: string): Suspension[] | null {
  const spans: Suspension[] = [];
  for (const part of text.split(/[;\n]/)) {
    if (part.trim() === '') continue;
    const span = parseSpan(part.trim());
    if (span === null) return null;
    spans.push(span);
  }
  return spans;
}

function parseSpan(text: string): Suspension | null {
  const match = SPAN.exec(text.normalize('NFC'));
  if (match === null) return null;
  const words = foldKey(match[1] ?? '');
  const kind = KINDS.find(([pattern]) => pattern.test(words))?.[1];
  const from = parseDateCell(match[2] ?? '');
  const to = dayOrNone(match[3]);
  const dueBefore = dayOrNone(match[4]);
  if (kind === undefined || from === null || to === 'wrong' || dueBefore === 'wrong') return null;
  return to !== null && to < from ? null : { kind, from, to, dueBefore };
}

function dayOrNone(text: string | undefined): LocalDate | null | 'wrong' {
  return text === undefined ? null : (parseDateCell(text) ?? 'wrong');
}

/** Whether two records have the same spans. */
export function sameSuspensions(a: readonly Suspension[], b: readonly Suspension[]): boolean {
  return a.length === b.length && suspensionsText(a) === suspensionsText(b);
}
