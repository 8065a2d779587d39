import { comparableText } from '../domain/comparable-text.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { PeriodScheme } from '../domain/period.ts';
import type { ReportV1 } from '../report/report-v1.ts';
import { foldWords } from '../text/fold.ts';
import { type FileState, type IncomingFile, NO_REPORT_CODES } from './incoming.ts';
import { bears, type ExpectedUnit } from './units.ts';

/** The period about which reports are gathered. */
export interface GatheredPeriod {
  readonly id: string;
  readonly scheme: PeriodScheme;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** A file with what became of it so far, and the unit for which it speaks. */
export interface AssessedFile {
  readonly file: IncomingFile;
  state: FileState;
  /** The expected unit; null where none can be told. */
  readonly unit: ExpectedUnit | null;
  /** Code that the file states; of a file without readable data the one in its name, which proves nothing. */
  readonly statedCode: string | null;
}

/** Name of a file as the program exports it: code, period, revision. */
const EXPORTED_NAME = /BaoCao_([0-9A-Za-z.-]{1,20})_(\d{4}-[0-9A-Z]{1,3})_R\d+/;

/** Judges each file by itself: is it sound, of this period, from an expected unit, by a key of that unit. */
export function assessFile(
  file: IncomingFile,
  units: readonly ExpectedUnit[],
  period: GatheredPeriod,
): AssessedFile {
  const { report } = file;
  const named = EXPORTED_NAME.exec(file.name);
  const statedCode = report?.unit.code ?? (named?.[2] === period.id ? (named[1] ?? null) : null);
  const expected = units.find((unit) => unit.code === statedCode && bears(unit, period.to)) ?? null;
  const as = (state: FileState, unit: ExpectedUnit | null = expected): AssessedFile => ({
    file,
    state,
    unit,
    statedCode,
  });
  if (file.verdict === 'invalid')
    return as(file.reasons.some(({ code }) => NO_REPORT_CODES.has(code)) ? 'no-report' : 'invalid');
  if (report === null)
    return as(file.reasons.some(({ code }) => code === 'NEWER_FORMAT') ? 'newer-format' : 'no-report');
  // Who a file belongs to and which period it reports is told before who signed it, so that it stands in its place.
  if (report.sample) return as('sample');
  if (!samePeriod(report, period)) return as('wrong-period', byTime(units, report) ?? expected);
  if (expected === null || isPredecessor(report, expected, units)) return as('not-expected', null);
  if (file.verdict === 'unknown') return as('unknown-signer');
  const key = file.signer?.sha256 ?? '';
  if (!mayKeySpeak(key, expected, units)) return as('other-key');
  return as('counted');
}

function samePeriod(report: ReportV1, period: GatheredPeriod): boolean {
  const { id, from, to } = report.period;
  return id === period.id && from === period.from && to === period.to;
}

/** The unit that bore the code at the end of the period which the report is about. */
function byTime(units: readonly ExpectedUnit[], report: ReportV1): ExpectedUnit | null {
  return units.find((unit) => unit.code === report.unit.code && bears(unit, report.period.to)) ?? null;
}

/** Whether the report is from a unit that bore the same code at another time: told by its name. */
function isPredecessor(report: ReportV1, expected: ExpectedUnit, units: readonly ExpectedUnit[]): boolean {
  const name = nameKey(report.unit.name);
  if (name === nameKey(expected.name)) return false;
  return units.some(
    (unit) => unit !== expected && unit.code === expected.code && nameKey(unit.name) === name,
  );
}

/** Names are compared as people read them; case does not matter, diacritics do not either (foldWords). */
export function nameKey(name: string): string {
  return foldWords(comparableText(name));
}

/** A unit with keys of its own hears only those; a key listed for another unit speaks for no one else. */
function mayKeySpeak(key: string, unit: ExpectedUnit, units: readonly ExpectedUnit[]): boolean {
  if (unit.keys.length > 0) return unit.keys.includes(key);
  return !units.some((other) => other !== unit && other.keys.includes(key));
}
