import type { LocalDate } from '#shared/domain/local-date.ts';

/** A signed report as archived. */
export interface ReportRecord {
  readonly id: number;
  readonly reportId: string;
  readonly revision: number;
  readonly period: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** UTC, ISO 8601. */
  readonly signedAt: string;
  readonly signedBy: string;
  /** Of the PDF, lower-case hex. */
  readonly sha256: string;
  readonly fileName: string;
  readonly size: number;
}

/** A deed that changed a figure of a signed report. */
export interface CorrectionReason {
  readonly changeSet: number;
  /** UTC, ISO 8601. */
  readonly at: string;
  readonly user: string;
  readonly reason: string | null;
}

export interface ReportStore {
  /** Oldest first; by period when given. */
  list(period?: string): ReportRecord[];
  get(id: number): ReportRecord | null;
  /** The embedded JSON as parsed. */
  json(id: number): unknown;
  pdf(id: number): Uint8Array | null;
  /** Deeds that changed a figure of this signed report since, oldest first. */
  corrections(id: number): CorrectionReason[];
}
