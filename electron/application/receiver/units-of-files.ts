import { levelOf } from '#shared/domain/target-set.ts';
import type { IncomingFile } from '#shared/receiver/incoming.ts';
import type { ExpectedUnit } from '#shared/receiver/units.ts';

/**
 * The units that speak in the readable reports of a period, for a receiver who wrote no list: one for each code, named
 * as its highest revision by a trusted signer names it, or where there is none by whoever signed. No key is tied to a
 * unit, and none can be missing.
 */
export function unitsOfFiles(incoming: readonly IncomingFile[], periodId: string): ExpectedUnit[] {
  const latest = new Map<string, { readonly rank: number; readonly unit: ExpectedUnit }>();
  for (const { report, verdict } of incoming) {
    if (report === null || verdict === 'invalid' || report.sample || report.period.id !== periodId) continue;
    const { code, name, kind } = report.unit;
    // What a stranger writes about a unit never stands before its own word.
    const rank = report.report.revision + (verdict === 'valid' ? TRUSTED : 0);
    if ((latest.get(code)?.rank ?? 0) >= rank) continue;
    const unit: ExpectedUnit = { code, name, level: levelOf(kind), from: null, to: null, keys: [] };
    latest.set(code, { rank, unit });
  }
  return [...latest.values()].map(({ unit }) => unit);
}

/** More than any revision. */
const TRUSTED = 1_000_000;
