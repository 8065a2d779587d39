import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { schemaErrors } from '#electron/report/verify/read-data.ts';
import { canonicalJson } from '#shared/report/canonical-json.ts';
import { cleanLine, cleanParagraphs, isClean } from '#shared/report/clean-text.ts';
import { recheckReport } from '#shared/report/recheck.ts';
import { type ReportV1, reportFileName } from '#shared/report/report-v1.ts';
import { resources, sampleReport } from './support/sample-report.ts';

describe('the data of a report', () => {
  it('fits its schema and contradicts nothing', () => {
    expect(schemaErrors(sampleReport(), resources)).toEqual([]);
    expect(recheckReport(sampleReport())).toEqual([]);
  });

  it('has room for nothing that the schema does not name, at any depth', () => {
    const places: (string | number)[][] = [];
    const walk = (value: unknown, path: (string | number)[]): void => {
      if (value === null || typeof value !== 'object') return;
      if (!Array.isArray(value)) places.push(path);
      for (const [key, member] of Object.entries(value)) walk(member, [...path, key]);
    };
    walk(sampleReport(), []);
    for (const path of places) {
      const report = structuredClone(sampleReport()) as unknown as Record<string, unknown>;
      const target = path.reduce<Record<string, unknown>>(
        (at, key) => at[key] as Record<string, unknown>,
        report,
      );
      target.citizen = 'Nguyễn Văn A';
      expect(schemaErrors(report as unknown as ReportV1, resources), path.join('.')).not.toEqual([]);
    }
  });

  it('every count that is changed alone is found out', () => {
    const leaves: (string | number)[][] = [];
    const walk = (value: unknown, path: (string | number)[]): void => {
      if (typeof value === 'number') leaves.push(path);
      if (value !== null && typeof value === 'object')
        for (const [key, member] of Object.entries(value)) walk(member, [...path, key]);
    };
    const { objectives, flow, records } = sampleReport();
    walk({ flow, records }, []);
    for (const [index, one] of objectives.entries()) {
      if (!one.id.startsWith('2.') || one.numerator === null) continue;
      leaves.push(['objectives', String(index), 'numerator'], ['objectives', String(index), 'denominator']);
    }
    fc.assert(
      fc.property(fc.constantFrom(...leaves), fc.integer({ min: 1, max: 1000 }), (path, delta) => {
        const report = structuredClone(sampleReport()) as unknown as Record<string, unknown>;
        const parent = path
          .slice(0, -1)
          .reduce<Record<string, unknown>>((at, key) => at[key] as Record<string, unknown>, report);
        const last = path.at(-1) as string;
        parent[last] = (parent[last] as number) + delta;
        expect(recheckReport(report as unknown as ReportV1)).not.toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('has a file name that every system takes', () => {
    const report = sampleReport();
    expect(reportFileName(report)).toBe('BaoCao_26503_2024-Q1_R1.pdf');
    expect(reportFileName({ ...report, unit: { ...report.unit, code: 'a/..\\b' }, sample: true })).toBe(
      'BaoCao_a-..-b_2024-Q1_R1_MAU.pdf',
    );
  });
});

describe('canonical JSON', () => {
  it('is one text for one value, and reads back', () => {
    fc.assert(
      fc.property(fc.jsonValue({ depthSize: 'small' }), (value) => {
        const whole = JSON.parse(
          JSON.stringify(value, (_key, item: unknown) =>
            typeof item === 'number' ? Math.trunc(item) % 1e9 || 0 : item,
          ),
        ) as unknown;
        const text = canonicalJson(whole);
        expect(JSON.parse(text)).toEqual(whole);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
    expect(canonicalJson({ b: 1, a: [true, null, 'đ'] })).toBe('{"a":[true,null,"đ"],"b":1}');
  });

  it('refuses what a report may not hold', () => {
    for (const value of [1.5, Number.NaN, undefined, 2 ** 60, { a: undefined }])
      expect(() => canonicalJson(value)).toThrow(TypeError);
  });
});

describe('texts', () => {
  it('are cleaned once and for all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(isClean(cleanParagraphs(text))).toBe(true);
        expect(cleanLine(cleanLine(text))).toBe(cleanLine(text));
      }),
    );
    expect(cleanParagraphs(' Một\u202e hai \r\n\r\n  ba\tbốn\u00a0% ')).toBe('Một hai\nba bốn\u00a0%');
    expect(cleanLine('Ti\u0065\u0302\u0301ng')).toBe('Tiếng');
  });
});
