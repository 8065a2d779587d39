import type { Confidence } from './calendar.ts';
import type { Channel } from './dossier.ts';
import type { LocalDate } from './local-date.ts';

/** Unit of a processing time; `same-day` (trong ngày) has no amount. */
export const TIME_UNITS = ['working-days', 'days', 'same-day'] as const;
export type TimeUnit = (typeof TIME_UNITS)[number];

/** Processing time of a procedure (thời hạn giải quyết). `amount` is null for `same-day` only. */
export interface ProcessingTime {
  readonly amount: number | null;
  readonly unit: TimeUnit;
}

/** One version of an administrative procedure (thủ tục hành chính) with the days on which it is in force. */
export interface Procedure {
  /** `d.dddddd`, with a suffix such as `.H19` where a province has its own. */
  readonly code: string;
  readonly name: string;
  readonly field: string;
  /** Null where none is known: no due date is proposed then. */
  readonly time: ProcessingTime | null;
  /** Times that differ by channel; any other channel takes {@link time}. */
  readonly timeByChannel: Readonly<Partial<Record<Channel, ProcessingTime>>>;
  /** Whether a document is issued that could be digitised; null where unsure (counting.md, 7.2). */
  readonly issuesDocument: boolean | null;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
  readonly source: string;
  readonly confidence: Confidence;
  readonly note?: string;
}

/** Procedures by code, each with its versions. */
export interface ProcedureCatalogue {
  readonly procedures: readonly Procedure[];
  readonly byCode: ReadonlyMap<string, readonly Procedure[]>;
}

const BASE_CODE = /^\d\.\d{6}(?=\.|$)/;

/** Indexes procedures by code; a later list wins where versions overlap, so that an office's own may follow. */
export function buildProcedures(procedures: readonly Procedure[]): ProcedureCatalogue {
  const byCode = new Map<string, Procedure[]>();
  for (const procedure of procedures) {
    const versions = byCode.get(procedure.code);
    if (versions) versions.unshift(procedure);
    else byCode.set(procedure.code, [procedure]);
  }
  return { procedures, byCode };
}

/**
 * The version of a procedure in force on a day; null when the catalogue has none. A code with a suffix
 * (`1.001193.000.00.00.H19`) that is not listed itself is looked up without it.
 */
export function procedureAt(catalogue: ProcedureCatalogue, code: string, date: LocalDate): Procedure | null {
  const wanted = code.trim().toUpperCase();
  const base = BASE_CODE.exec(wanted)?.[0];
  return (
    inForce(catalogue.byCode.get(wanted), date) ??
    (base === undefined ? null : inForce(catalogue.byCode.get(base), date))
  );
}

/** Whether the procedure of a dossier issues a document, by the version in force on the day of receipt. */
export function issuesDocumentAt(
  catalogue: ProcedureCatalogue,
  code: string | null,
  receivedOn: LocalDate,
): boolean | null {
  return code === null ? null : (procedureAt(catalogue, code, receivedOn)?.issuesDocument ?? null);
}

/** Processing time for a channel; an unknown channel is taken as direct (counting.md, status table). */
export function timeFor(procedure: Procedure, channel: Channel | null): ProcessingTime | null {
  return procedure.timeByChannel[channel ?? 'direct'] ?? procedure.time;
}

function inForce(versions: readonly Procedure[] | undefined, date: LocalDate): Procedure | null {
  return (
    versions?.find(({ validFrom, validTo }) => validFrom <= date && (validTo === null || date <= validTo)) ??
    null
  );
}
