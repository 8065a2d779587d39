import { resolvePeriod } from '../period.ts';
import { against, counted, excluded, type LedgerContext, type LedgerFormula } from './formula.ts';
import { memberOfEntry } from './ledger-member.ts';

const LEDGER = 'work-files';

/**
 * 6.1 of the 2024 decision: work files handled electronically, of all less the secret ones. A tally belongs to the
 * period in which its reporting month ends.
 */
export const workFilesElectronic: LedgerFormula = {
  kind: 'ledger',
  id: 'workfile.electronic.v1',
  ledgers: [LEDGER],
  keptBy: [LEDGER],
  filters: ['unit'],
  members: (context) =>
    context
      .entries(LEDGER)
      .filter(({ record }) => endsInPeriod(record.month, context))
      .flatMap((entry) => {
        const { all, secret, electronic } = entry.record;
        const parts = [
          [counted('electronic'), electronic],
          [against('not-electronic'), all - secret - electronic],
          [excluded('secret'), secret],
        ] as const;
        return parts.map(([classification, count]) => memberOfEntry(LEDGER, entry, classification, count));
      }),
};

function endsInPeriod(month: string, { period, scheme }: LedgerContext): boolean {
  const last = resolvePeriod(`${month.slice(0, 4)}-M${month.slice(5)}`, scheme)?.to;
  return last !== undefined && period.from <= last && last <= period.end;
}
