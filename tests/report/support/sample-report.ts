import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadReportResources } from '#electron/report/resources.ts';
import type { FlowRow, Tally } from '#shared/domain/evaluation.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { resolvePeriod } from '#shared/domain/period.ts';
import { judge } from '#shared/domain/verdict.ts';
import { proposeNarrative } from '#shared/report/narrative.ts';
import {
  REPORT_FORMAT,
  REPORT_VERSION,
  type ReportV1,
  reportIdOf,
  TEMPLATE_VERSION,
} from '#shared/report/report-v1.ts';
import { parseTargetSet } from '#shared/targets/target-set-file.ts';

export const resourcesDir = fileURLToPath(new URL('../../../resources', import.meta.url));
export const resources = loadReportResources(resourcesDir);

export const targets = parseTargetSet(
  JSON.parse(readFileSync(`${resourcesDir}/targets/nhon-trach-2024.json`, 'utf8')),
);

/** The figures of the sample commune for 2024-Q1 under nd09. */
const TALLIES: Readonly<Record<string, Tally>> = {
  '2.1': { numerator: 420, denominator: 439, missingData: 59 },
  '2.3': { numerator: 146, denominator: 439, missingData: 0 },
  '5.1': { numerator: 437, denominator: 437, missingData: 0 },
  '5.2': { numerator: 0, denominator: 437, missingData: 437 },
  '7.1': { numerator: 230, denominator: 435, missingData: 35 },
  '7.2': { numerator: 93, denominator: 408, missingData: 0 },
};

export function flowRow(
  field: string | null,
  [online, other, carriedOver]: number[],
  [early, onTime, late]: number[],
  [inTime, overdue]: number[],
): FlowRow {
  const sum = (...parts: (number | undefined)[]) =>
    parts.reduce<number>((total, part) => total + (part ?? 0), 0);
  return {
    field,
    received: {
      total: sum(online, other, carriedOver),
      online: online ?? 0,
      other: other ?? 0,
      carriedOver: carriedOver ?? 0,
    },
    resolved: { total: sum(early, onTime, late), early: early ?? 0, onTime: onTime ?? 0, late: late ?? 0 },
    pending: { total: sum(inTime, overdue), inTime: inTime ?? 0, overdue: overdue ?? 0 },
  };
}

const FLOW: FlowRow[] = [
  flowRow('Chứng thực', [60, 150, 2], [40, 160, 8], [2, 2]),
  flowRow('Đất đai', [15, 42, 6], [10, 42, 8], [2, 1]),
  flowRow('Hộ tịch', [70, 100, 2], [50, 118, 3], [0, 1]),
  flowRow(null, [145, 292, 10], [100, 320, 19], [4, 4]),
];

export type ReportChange = { -readonly [K in keyof ReportV1]?: ReportV1[K] };

/** A sound report of the sample commune; `change` replaces whole members. */
export function sampleReport(change: ReportChange = {}): ReportV1 {
  const period = resolvePeriod('2024-Q1', 'nd09');
  if (!period) throw new Error('no such period');
  const objectives = targets.objectives.map((objective) => ({
    ...judge(objective, 'commune', TALLIES[objective.id] ?? 'not-recorded'),
    annexPoint: objective.annexPoint,
    title: objective.title.vi,
    sentence: objective.sentence.vi,
    striven: objective.striven,
    remark: objective.id === '7.1' ? 'Đã tính cả hồ sơ nộp trực tuyến.' : null,
  }));
  return {
    format: REPORT_FORMAT,
    version: REPORT_VERSION,
    template: TEMPLATE_VERSION,
    app: { name: 'so-chat-luong', version: '0.1.0' },
    sample: false,
    report: {
      id: reportIdOf('26503', '2024-Q1'),
      revision: 1,
      createdAt: '2024-03-15T02:00:00Z',
      supersedes: null,
      previous: null,
    },
    unit: {
      code: '26503',
      name: 'Ủy ban nhân dân xã Phước An',
      kind: 'xa',
      place: 'Phước An',
      superior: null,
    },
    receiver: { to: 'Ủy ban nhân dân huyện Nhơn Trạch', through: 'Phòng Kinh tế' },
    document: { number: '05/BC-UBND', date: '2024-03-15' as LocalDate },
    signatory: { authority: 'TM. ỦY BAN NHÂN DÂN', title: 'CHỦ TỊCH', name: 'Trần Thị Mẫu' },
    preparedBy: 'Lê Cán Bộ',
    period: { id: '2024-Q1', scheme: 'nd09', from: period.from, to: period.to },
    asOf: '2024-03-15' as LocalDate,
    targetSet: {
      id: targets.id,
      version: targets.version,
      sha256: 'a'.repeat(64),
      name: targets.name.vi,
      decision: targets.decision,
    },
    objectives,
    flow: FLOW,
    narrative: proposeNarrative(objectives, 'vi'),
    warnings: [
      {
        code: 'MISSING_DATA:2.1',
        params: { objective: '2.1', count: 59, denominator: 439 },
        reason: 'Thủ tục trả kết quả trong ngày không ghi ngày hẹn trả trên phần mềm một cửa.',
      },
      {
        code: 'OVERDUE_PENDING',
        params: { count: 4 },
        reason: 'Đang phối hợp với Chi nhánh Văn phòng đăng ký đất đai để trả kết quả.',
      },
    ],
    corrections: [
      {
        period: { id: '2023-Q4', scheme: 'nd09' },
        report: { reportId: reportIdOf('26503', '2023-Q4'), revision: 1, sha256: 'd'.repeat(64) },
        objectives: [
          {
            id: '2.3',
            was: { numerator: 120, denominator: 401 },
            now: { numerator: 121, denominator: 401 },
          },
        ],
        flow: [
          { field: 'Hộ tịch', column: 'received.online', was: 60, now: 61 },
          { field: 'Hộ tịch', column: 'received.other', was: 90, now: 89 },
          { field: null, column: 'received.online', was: 118, now: 119 },
          { field: null, column: 'received.other', was: 290, now: 289 },
        ],
        reasons: ['Đối chiếu với phần mềm một cửa: hồ sơ nộp trực tuyến ghi nhầm là trực tiếp.'],
      },
    ],
    records: { count: 447, sha256: 'b'.repeat(64) },
    ...change,
  };
}
