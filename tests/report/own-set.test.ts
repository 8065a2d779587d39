import { describe, expect, it } from 'vitest';
import { dataDigest } from '#electron/report/data-digest.ts';
import { makeSignedReport } from '#electron/report/sign/sign-report.ts';
import { schemaErrors } from '#electron/report/verify/read-data.ts';
import { verifyReport } from '#electron/report/verify/verify-report.ts';
import { recheckReport } from '#shared/report/recheck.ts';
import type { ReportedObjective, ReportV1 } from '#shared/report/report-v1.ts';
import { buildReportView } from '#shared/report/view/build-report-view.ts';
import { makeKey, trusting } from './support/keys.ts';
import { addedObjective, ownReport } from './support/own-report.ts';
import { resources, sampleReport } from './support/sample-report.ts';
import { flatText } from './support/tools.ts';

const viewOf = (report: ReportV1) => buildReportView(report, 'vi', { dataSha256: dataDigest(report) });

describe('a report judged by the unit’s own set', () => {
  it('fits the schema and contradicts nothing', () => {
    const report = ownReport(addedObjective({ field: ['Hộ tịch'] }, 60, 171));
    expect(schemaErrors(report, resources)).toEqual([]);
    expect(recheckReport(report)).toEqual([]);
  });

  it('must agree with the rows of its fields, and cannot exceed the table with any other filter', () => {
    const places = (added: ReportedObjective) => recheckReport(ownReport(added)).map(({ where }) => where);
    expect(places(addedObjective({ field: ['Hộ tịch', 'Đất đai'] }, 60, 231))).toEqual([]);
    expect(places(addedObjective({ field: ['Hộ tịch'] }, 60, 170))).toEqual(['A1 denominator']);
    expect(places(addedObjective({ field: ['Không có'] }, 0, 1))).toEqual(['A1 denominator']);
    expect(places(addedObjective({ field: ['Hộ tịch'], channel: ['online'] }, 60, 170))).toEqual([]);
    expect(places(addedObjective({ channel: ['direct'] }, 0, 440))).toEqual(['A1 denominator']);
    expect(places(addedObjective(undefined, 60, 171))).toEqual(['A1 denominator']);
    expect(places(addedObjective({ field: ['Hộ tịch'] }, 168, 171, 'dossier.on-time.resolved.v1'))).toEqual(
      [],
    );
    expect(places(addedObjective({ field: ['Hộ tịch'] }, 169, 171, 'dossier.on-time.resolved.v1'))).toEqual([
      'A1 numerator',
    ]);
  });

  it('never has a threshold below the given one, nor a given one without a set above', () => {
    const sound = ownReport(addedObjective({ field: ['Hộ tịch'] }, 60, 171));
    expect(recheckReport(ownReport(addedObjective({ field: ['Hộ tịch'] }, 60, 171), 3600))).toEqual([
      { code: 'OBJECTIVE_FALSE', where: '2.3 threshold', stated: 3500, expected: 3600 },
    ]);
    const { base: _base, ...targetSet } = sound.targetSet;
    expect(recheckReport({ ...sound, targetSet }).map(({ where }) => where)).toEqual([
      '2.3 given',
      'A1 given',
    ]);
  });

  it('says on paper what the unit set itself, and which dossiers a filter takes', async () => {
    const report = ownReport(addedObjective({ field: ['Hộ tịch', ''], channel: ['online'] }, 60, 100), 3000);
    const key = await makeKey();
    const pdf = await makeSignedReport(report, key, resources);
    const text = flatText(pdf);
    expect(text).toContain('Quyết định số 420/QĐ-UBND ngày 26/02/2024');
    expect(text).toContain('và Quyết định số 15/QĐ-UBND ngày 01/03/2024');
    expect(text).toContain('Mục tiêu 2.3: đơn vị đặt chỉ tiêu ≥ 35%, cao hơn mức được giao ≥ 30%.');
    expect(text).toContain('Mục tiêu A1 do đơn vị đặt thêm: Ít nhất 50% hồ sơ hộ tịch nộp trực tuyến.');
    expect(text.replace(/ /g, '')).toContain(
      'chỉtính:kênhtiếpnhận“trựctuyến”;lĩnhvực“Hộtịch”,(chưaghi)'.replace(/ /g, ''),
    );
    const checked = await verifyReport(pdf, {
      trust: trusting(key),
      now: '2024-03-16T00:00:00Z',
      comparePages: true,
      resources,
    });
    expect(checked.verdict).toBe('valid');
    expect(checked.report).toEqual(report);
  });

  it('prints the same page whatever order the members were written in', () => {
    const one = addedObjective({ field: ['Hộ tịch'], channel: ['online'] }, 60, 100);
    const other = addedObjective({ channel: ['online'], field: ['Hộ tịch'] }, 60, 100);
    expect(viewOf(ownReport(one))).toEqual(viewOf(ownReport(other)));
  });

  it('carries and prints the digest of the entries of other ledgers, where figures rest on any', async () => {
    const report = { ...sampleReport(), entries: { count: 12, sha256: 'd'.repeat(64) } };
    expect(schemaErrors(report, resources)).toEqual([]);
    expect(viewOf(report).formulaAnnex.digital.entriesDigest).toBe(
      `Mã băm của 12 bản ghi khác được tính: ${'d'.repeat(64)}`,
    );
    expect(viewOf(sampleReport()).formulaAnnex.digital).not.toHaveProperty('entriesDigest');
  });

  it('without an own set is written and printed as ever', () => {
    const text = JSON.stringify(viewOf(sampleReport()));
    expect(text).not.toContain('đơn vị đặt');
    expect(text).not.toContain('chỉ tính');
  });
});
