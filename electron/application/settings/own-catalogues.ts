import type { CalendarDay } from '#shared/domain/calendar.ts';
import type { Channel } from '#shared/domain/dossier.ts';
import { dossierKey } from '#shared/domain/dossier-rules.ts';
import type { LedgerEntry, RecordOfLedger } from '#shared/domain/ledgers/registry.ts';
import {
  buildProcedures,
  issuesDocumentAt,
  type Procedure,
  type ProcessingTime,
} from '#shared/domain/procedure.ts';

/** A procedure with where it comes from: the program's resources or the commune's own ledger. */
export interface ListedProcedure extends Procedure {
  readonly own: boolean;
}
export interface ListedDay extends CalendarDay {
  readonly own: boolean;
}

export type OwnProcedures = readonly LedgerEntry<RecordOfLedger<'procedures'>>[];
export type OwnDays = readonly LedgerEntry<RecordOfLedger<'calendar-days'>>[];

/**
 * The program's procedures with the commune's own after them, in the order in which `buildProcedures` lets the later
 * win: an own version takes the place of the given one with its code and first day; where own versions overlap, the
 * one that began last is in force. An own version that does not say whether a document is issued leaves that answer
 * to the given version of its first day.
 */
export function withOwnProcedures(given: readonly Procedure[], own: OwnProcedures): ListedProcedure[] {
  const replaced = new Set(own.map(({ record }) => versionKey(dossierKey(record.code), record.validFrom)));
  const known = buildProcedures(given);
  const versions = own
    .map(({ record }) => ownProcedure(record))
    .map((version) => ({
      ...version,
      issuesDocument: version.issuesDocument ?? issuesDocumentAt(known, version.code, version.validFrom),
    }))
    .sort((a, b) => (a.validFrom < b.validFrom ? -1 : a.validFrom > b.validFrom ? 1 : 0));
  return [
    ...given
      .filter(({ code, validFrom }) => !replaced.has(versionKey(code, validFrom)))
      .map((procedure) => ({ ...procedure, own: false })),
    ...versions.map((procedure) => ({ ...procedure, own: true })),
  ];
}

/** The given days that differ from the week's rule with the commune's own, which win; by date. */
export function withOwnDays(given: readonly CalendarDay[], own: OwnDays): ListedDay[] {
  const days = new Map<string, ListedDay>(given.map((day) => [day.date, { ...day, own: false }]));
  for (const { record } of own) {
    const { date, kind, name, source } = record;
    days.set(date, {
      date,
      kind,
      name,
      source: source ?? '',
      confidence: 'read',
      own: true,
    });
  }
  return [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}

function versionKey(code: string, validFrom: string): string {
  return `${code} ${validFrom}`;
}

function ownProcedure(record: RecordOfLedger<'procedures'>): Procedure {
  const timeByChannel: Partial<Record<Channel, ProcessingTime>> = {};
  const online = timeOf(record.onlineAmount, record.unit);
  const post = timeOf(record.postAmount, record.unit);
  if (record.onlineAmount !== null && online) timeByChannel.online = online;
  if (record.postAmount !== null && post) timeByChannel.post = post;
  return {
    code: dossierKey(record.code),
    name: record.name,
    field: record.field,
    time:
      record.unit === 'same-day' ? { amount: null, unit: 'same-day' } : timeOf(record.amount, record.unit),
    timeByChannel,
    issuesDocument: record.issuesDocument,
    validFrom: record.validFrom,
    validTo: record.validTo,
    source: record.source ?? '',
    confidence: 'read',
  };
}

/** No days are "trong ngày"; days of a channel beside a procedure done the same day are working days. */
function timeOf(amount: number | null, unit: RecordOfLedger<'procedures'>['unit']): ProcessingTime | null {
  if (amount === null || unit === null) return null;
  if (amount === 0) return { amount: null, unit: 'same-day' };
  return { amount, unit: unit === 'days' ? 'days' : 'working-days' };
}
