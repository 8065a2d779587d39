import { refKey } from '../ledgers/entry-rules.ts';
import { against, counted, type LedgerContext, type LedgerFormula } from './formula.ts';
import { isThere, memberOfEntry, openEntry } from './ledger-member.ts';

const UNITS = 'signature-units';
const CERTIFICATES = 'signature-certificates';

/** 6.2 of the 2024 decision: units with a certificate in use at the period's end, of the units that exist then. */
export const signatureUnitsSigning: LedgerFormula = {
  kind: 'ledger',
  id: 'signature.units.v1',
  ledgers: [UNITS, CERTIFICATES],
  keptBy: [UNITS],
  filters: ['code'],
  members: (context) => {
    const signing = unitsSigning(context);
    return unitsAtEnd(context).map((entry) =>
      memberOfEntry(
        UNITS,
        entry,
        signing.has(refKey(entry.record.code)) ? counted('with-certificate') : against('without-certificate'),
      ),
    );
  },
  prospects: (context) => {
    const { to } = context.period;
    const signing = unitsSigning(context);
    return {
      way: 'correct',
      whenDue: false,
      open: unitsAtEnd(context)
        .filter(({ record }) => !signing.has(refKey(record.code)) && isThere(record, to))
        .map((entry) => openEntry(UNITS, entry, { by: to, inDenominator: true, expected: true })),
    };
  },
};

function unitsAtEnd({ period, entries }: LedgerContext) {
  return entries(UNITS).filter(({ record }) => isThere(record, period.end));
}

/** A certificate is in use from its first to its last day, until another takes its place. */
function unitsSigning({ period: { end }, entries }: LedgerContext): ReadonlySet<string> {
  const inUse = entries(CERTIFICATES).filter(
    ({ record }) => isThere(record, end) && (record.replacedOn === null || record.replacedOn > end),
  );
  return new Set(inUse.map(({ record }) => refKey(record.unitCode)));
}
