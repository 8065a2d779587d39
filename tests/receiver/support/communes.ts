import { createHash } from 'node:crypto';
import { programSets } from '#electron/application/evaluation/target-sets.ts';
import type { GatherRequest } from '#electron/application/receiver/gather.ts';
import { makeSignedReport } from '#electron/report/sign/sign-report.ts';
import { NO_TRUST } from '#electron/report/verify/trust.ts';
import type { Tally } from '#shared/domain/evaluation.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { resolvePeriod } from '#shared/domain/period.ts';
import { judge } from '#shared/domain/verdict.ts';
import type { ExpectedUnit } from '#shared/receiver/units.ts';
import { type ReportV1, reportIdOf } from '#shared/report/report-v1.ts';
import type { TestKey } from '../../report/support/keys.ts';
import {
  flowRow,
  type ReportChange,
  resources,
  resourcesDir,
  sampleReport,
  targets,
} from '../../report/support/sample-report.ts';

export const PERIOD = '2025-Q3';
/** The day after the end of 2025-Q3 under NĐ 09/2019, when most reports are signed. */
const SIGNED = '2025-09-15T02:00:00Z';
export const DUE = '2025-09-19' as LocalDate;
export const NOW = '2025-10-01T02:00:00Z';

/** Asks for the table of {@link PERIOD} with no due day, pages left alone, nobody trusted; `change` says what differs. */
export function gatherRequest(
  change: Pick<GatherRequest, 'paths' | 'units'> & Partial<GatherRequest>,
): GatherRequest {
  return {
    period: PERIOD,
    scheme: 'nd09',
    due: null,
    received: null,
    level: 'district',
    pages: 'none',
    sets: programSets(resourcesDir),
    targetSet: null,
    trust: NO_TRUST,
    resourcesDir,
    now: NOW,
    language: 'vi',
    ...change,
  };
}

export interface CommuneWish {
  readonly code: string;
  readonly name: string;
  readonly period?: string;
  readonly signedAt?: string;
  /** Seeds the figures: another number, other figures. */
  readonly seed?: number;
  readonly revision?: number;
  /** SHA-256 of the file that a second revision supersedes. */
  readonly supersedes?: string;
  readonly change?: ReportChange;
}

/** A sound report of a commune with figures of its own; every sum in it holds. */
export function communeReport(wish: CommuneWish): ReportV1 {
  const { code, name, period: id = PERIOD, signedAt = SIGNED, seed = 1, revision = 1 } = wish;
  const period = resolvePeriod(id, 'nd09');
  if (period === null) throw new Error('no such period');
  const part = (n: number): number => (seed * 7919 + n * 104_729) % 50;
  const fields = ['Chứng thực', 'Đất đai', ...(seed % 2 === 0 ? ['Hộ tịch'] : [])];
  const rows = fields.map((field, n) => {
    const [early, onTime, late, inTime, overdue] = [0, 1, 2, 3, 4].map((k) => part(n * 5 + k) + 1) as [
      number,
      number,
      number,
      number,
      number,
    ];
    const total = early + onTime + late + inTime + overdue;
    const online = Math.floor(total / 3);
    const carried = Math.floor(total / 7);
    return flowRow(
      field,
      [online, total - online - carried, carried],
      [early, onTime, late],
      [inTime, overdue],
    );
  });
  const sum = (pick: (row: (typeof rows)[number]) => number): number =>
    rows.reduce((total, row) => total + pick(row), 0);
  const total = flowRow(
    null,
    [sum((r) => r.received.online), sum((r) => r.received.other), sum((r) => r.received.carriedOver)],
    [sum((r) => r.resolved.early), sum((r) => r.resolved.onTime), sum((r) => r.resolved.late)],
    [sum((r) => r.pending.inTime), sum((r) => r.pending.overdue)],
  );
  const tallies: Readonly<Record<string, Tally>> = {
    '2.1': {
      numerator: total.resolved.early + total.resolved.onTime,
      denominator: total.resolved.total,
      missingData: 0,
    },
    '2.3': { numerator: part(60), denominator: total.resolved.total, missingData: 0 },
    '5.1': {
      numerator: total.received.online + total.received.other,
      denominator: total.received.online + total.received.other,
      missingData: 0,
    },
  };
  const { corrections: _ofAnotherPeriod, ...base } = sampleReport();
  return {
    ...base,
    report: {
      id: reportIdOf(code, id),
      revision,
      createdAt: signedAt,
      supersedes:
        revision === 1
          ? null
          : {
              reportId: reportIdOf(code, id),
              revision: revision - 1,
              sha256: wish.supersedes ?? 'c'.repeat(64),
            },
      previous: null,
    },
    unit: { code, name, kind: 'xa', place: 'Nhơn Trạch', superior: null },
    receiver: { to: 'Ủy ban nhân dân huyện Nhơn Trạch', through: 'Phòng Kinh tế' },
    document: { number: null, date: null },
    period: { id, scheme: 'nd09', from: period.from, to: period.to },
    asOf: period.to,
    objectives: base.objectives.map((one) => {
      const objective = targets.objectives.find((each) => each.id === one.id);
      if (objective === undefined) throw new Error(one.id);
      return { ...one, ...judge(objective, 'commune', tallies[one.id] ?? 'not-recorded'), remark: null };
    }),
    flow: [...rows, total],
    narrative: `Nguyên nhân của ${name}.`,
    warnings: [],
    records: { count: total.received.total, sha256: 'b'.repeat(64) },
    ...wish.change,
  };
}

/** The signed file of a commune's report. */
export async function signed(wish: CommuneWish, key: TestKey): Promise<Buffer> {
  return makeSignedReport(communeReport(wish), key, resources);
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export function unit(code: string, name: string, terms: Partial<ExpectedUnit> = {}): ExpectedUnit {
  return { code, name, level: 'commune', from: null, to: null, keys: [], ...terms };
}
