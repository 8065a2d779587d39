import type { Threshold } from '#shared/domain/target-set.ts';
import type { Language } from '#shared/i18n/format.ts';

const WRITTEN = /^(\d{1,3})(?:[.,](\d{1,2}))?\s*%?$/u;

/**
 * Reads a percentage as people write it (`97`, `97,5`, `97.25 %`) as integer basis points, so that a threshold is
 * never rounded; null when it is none, has more than two decimals or lies outside 0 to 100.
 */
export function parsePercent(text: string): number | null {
  const match = WRITTEN.exec(text.trim());
  if (!match) return null;
  const points = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return points <= 10_000 ? points : null;
}

/** Basis points as they are typed: `97`, `97,5`; the inverse of {@link parsePercent}. */
export function percentText(basisPoints: number, language: Language): string {
  const whole = Math.floor(basisPoints / 100);
  const decimals = String(basisPoints % 100)
    .padStart(2, '0')
    .replace(/0+$/u, '');
  if (decimals === '') return String(whole);
  return `${whole}${language === 'vi' ? ',' : '.'}${decimals}`;
}

/** Whether two thresholds ask for the same. */
export function sameThreshold(a: Threshold, b: Threshold): boolean {
  return a.op === b.op && a.basisPoints === b.basisPoints;
}
