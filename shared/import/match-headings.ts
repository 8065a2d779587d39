import type { ImportField } from './fields.ts';
import { headingKey } from './heading-key.ts';

/** One column's chance to be a field. */
export interface FieldMatch {
  readonly field: string;
  /** 0–1. */
  readonly confidence: number;
}

interface Synonym {
  readonly key: string;
  /** 1 for a field's first synonym and a little less for each later one: of two columns the usual name wins. */
  readonly worth: number;
  readonly words: ReadonlySet<string>;
  readonly sorted: string;
  readonly field: string | null;
}

const MAX_HEADING = 120;
/** Below this a match is no proposal. */
export const MIN_CONFIDENCE = 0.6;

/** Recognises headings of one kind of list by meaning; build once per kind. `others` mean something else. */
export class HeadingMatcher {
  readonly #synonyms: readonly Synonym[];
  readonly #exact: ReadonlyMap<string, Synonym>;
  readonly #cache = new Map<string, readonly FieldMatch[]>();

  constructor(fields: readonly ImportField[], otherKeys: ReadonlySet<string>) {
    const own = fields.flatMap((field) =>
      field.synonyms.map((text, i) => synonym(headingKey(text), field.field, 1 - i / 500)),
    );
    const others = [...otherKeys].map((key) => synonym(key, null, 1));
    this.#synonyms = [...own, ...others];
    this.#exact = new Map([...others, ...own.toReversed()].map((entry) => [entry.key, entry]));
  }

  /**
   * Fields that the headings above a column (top one first) can mean, best first. The lowest heading counts alone and
   * together with those above it: `Thời gian` over `Tiếp nhận` is the time of receipt. An empty list means: no field.
   */
  match(headings: readonly string[]): readonly FieldMatch[] {
    const cacheKey = headings.join('\n');
    const known = this.#cache.get(cacheKey);
    if (known !== undefined) return known;
    const best = new Map<string | null, number>();
    for (const { text, weight } of readings(headings)) {
      for (const [field, confidence] of this.#matchOne(text)) {
        best.set(field, Math.max(best.get(field) ?? 0, confidence * weight));
      }
    }
    const other = best.get(null) ?? 0;
    const matches = [...best]
      .filter(
        (entry): entry is [string, number] =>
          entry[0] !== null && entry[1] >= MIN_CONFIDENCE && entry[1] > other,
      )
      .map(([field, confidence]) => ({ field, confidence }))
      .sort((a, b) => b.confidence - a.confidence);
    this.#cache.set(cacheKey, matches);
    return matches;
  }

  /** Whether a heading is one of the known ones that mean no field (STT, địa chỉ, …). */
  isKnownOther(heading: string): boolean {
    return this.#exact.get(headingKey(heading))?.field === null;
  }

  #matchOne(text: string): Map<string | null, number> {
    const found = new Map<string | null, number>();
    if (text.length === 0 || text.length > MAX_HEADING) return found;
    const exact = this.#exact.get(text);
    if (exact !== undefined) return found.set(exact.field, exact.worth);
    const words = new Set(text.split(' '));
    const sorted = [...words].sort().join(' ');
    for (const entry of this.#synonyms) {
      const confidence = likeness(entry, words, sorted);
      if (confidence > (found.get(entry.field) ?? 0)) found.set(entry.field, confidence);
    }
    return found;
  }
}

function synonym(key: string, field: string | null, worth: number): Synonym {
  const words = new Set(key.split(' '));
  return { key, worth, words, sorted: [...words].sort().join(' '), field };
}

/** 0.95 for the same words in another order; less, the more words the heading has beyond the synonym's. */
function likeness(entry: Synonym, words: ReadonlySet<string>, sorted: string): number {
  if (entry.sorted === sorted) return 0.95 * entry.worth;
  if (entry.words.size < 2 || entry.words.size >= words.size) return 0;
  for (const word of entry.words) if (!words.has(word)) return 0;
  return 0.5 + (0.42 * entry.words.size) / words.size;
}

/** The ways to read a column's headings, with the weight of each. */
function readings(headings: readonly string[]): { text: string; weight: number }[] {
  const levels = headings.filter((heading, i) => heading !== '' && heading !== headings[i - 1]);
  const lowest = levels.at(-1);
  if (lowest === undefined) return [];
  const found = [{ text: headingKey(lowest), weight: levels.length > 1 ? 0.9 : 1 }];
  const bare = lowest.replace(/[([{].*?[)\]}]/g, ' ').trim();
  if (bare !== lowest && bare !== '')
    found.push({ text: headingKey(bare), weight: levels.length > 1 ? 0.89 : 0.98 });
  for (let i = levels.length - 2; i >= 0; i--) {
    const group = levels.slice(i).join(' ');
    found.push({ text: headingKey(group), weight: 1 });
    if (bare !== lowest)
      found.push({ text: headingKey([...levels.slice(i, -1), bare].join(' ')), weight: 0.98 });
  }
  // `Mã hồ sơ / Dossier code`: either half names the column.
  for (const half of lowest.split(/[/|\n]/)) {
    if (half.trim() !== '' && half !== lowest) found.push({ text: headingKey(half), weight: 0.8 });
  }
  return found;
}
