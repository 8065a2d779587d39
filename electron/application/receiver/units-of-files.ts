import type { IncomingFile } from '#shared/receiver/incoming.ts';
import type { ExpectedUnit } from '#shared/receiver/units.ts';
import { levelOf } from '../evaluation/target-sets.ts';

/**
 * The units that speak in the readable reports of a period, for a receiver who wrote no list: one for each code, named
 * as its highest revision names it. No key is tied to a unit, and none can be missing.
 */
export function unitsOfFiles(incoming: readonly IncomingFile[], periodId: string): ExpectedUnit[] {
  const latest = new Map<string, { readonly revision: number; readonly unit: ExpectedUnit }>();
  for (const { report, verdict } of incoming) {
    if (report === null || verdict === 'invalid' || report.sample || report.period.id !== periodId) continue;
    const { code, name, kind } = report.unit;
    const { revision } = report.report;
    if ((latest.get(code)?.revision ?? 0) >= revision) continue;
    const unit: ExpectedUnit = { code, name, level: levelOf(kind), from: null, to: null, keys: [] };
    latest.set(code, { revision, unit });
  }
  return [...latest.values()].map(({ unit }) => unit);
}
