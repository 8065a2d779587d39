import { z } from 'zod';
import { type LocalDate, parseIsoDate } from '../domain/local-date.ts';
import { UNIT_LEVELS } from '../domain/target-set.ts';
import { compareVietnamese } from '../domain/vietnamese-order.ts';

/** Name of the form of `units.json`; with {@link UNITS_VERSION} it says how the file is to be read. */
const UNITS_FORMAT = 'so-chat-luong/units';
const UNITS_VERSION = 1;
/** Far more than a province has communes. */
const MOST_UNITS = 5000;

const day = z.custom<LocalDate>((value) => typeof value === 'string' && parseIsoDate(value) !== null);

/**
 * A unit from which reports are expected, in the time in which it bears its code. Codes were given again when
 * communes merged, so that a unit is its code together with its days, never the code alone.
 */
export const expectedUnit = z.strictObject({
  code: z.string().regex(/^[^\s\u0000-\u001f]{1,20}$/),
  name: z.string().min(1).max(200),
  level: z.enum(UNIT_LEVELS),
  /** First and last day, both included; null: no limit. */
  from: day.nullable(),
  to: day.nullable(),
  /**
   * Fingerprints (SHA-256 of the certificate, lower-case hex) of the only keys that speak for the unit in this time;
   * empty: whoever is enrolled for its code.
   */
  keys: z.array(z.string().regex(/^[0-9a-f]{64}$/)).max(50),
});
export type ExpectedUnit = z.infer<typeof expectedUnit>;

export const unitsFile = z.strictObject({
  format: z.literal(UNITS_FORMAT),
  version: z.literal(UNITS_VERSION),
  units: z.array(expectedUnit).max(MOST_UNITS),
});
export type UnitsFile = z.infer<typeof unitsFile>;

/** What is wrong with a list of units: where (1-based place in the list), and what. */
export interface UnitsFault {
  readonly place: number;
  readonly code: string;
  readonly problem: 'order' | 'overlap' | 'form';
}

/** Faults that no single entry shows: days in the wrong order, one code for two units on the same day. */
export function unitsFaults(units: readonly ExpectedUnit[]): UnitsFault[] {
  const faults: UnitsFault[] = [];
  const byCode = new Map<string, ExpectedUnit[]>();
  units.forEach((unit, index) => {
    const { code, from, to } = unit;
    if (from !== null && to !== null && from > to) faults.push({ place: index + 1, code, problem: 'order' });
    const others = byCode.get(code) ?? [];
    if (others.some((other) => overlap(unit, other)))
      faults.push({ place: index + 1, code, problem: 'overlap' });
    byCode.set(code, [...others, unit]);
  });
  return faults;
}

function overlap(a: ExpectedUnit, b: ExpectedUnit): boolean {
  return (a.from ?? '') <= (b.to ?? '9999') && (b.from ?? '') <= (a.to ?? '9999');
}

/** Whether a unit bears its code on a day. */
export function bears({ from, to }: ExpectedUnit, on: LocalDate): boolean {
  return (from === null || from <= on) && (to === null || on <= to);
}

/**
 * The units from which a report on a period is expected: those that exist on its last day, for a unit that ended
 * within the period hands its figures on to its successor. By code, then by name.
 */
export function unitsOn(units: readonly ExpectedUnit[], lastDay: LocalDate): ExpectedUnit[] {
  return units
    .filter((unit) => bears(unit, lastDay))
    .sort((a, b) => (a.code === b.code ? compareVietnamese(a.name, b.name) : a.code < b.code ? -1 : 1));
}

/** The value of `units.json` for a list. */
export function asUnitsFile(units: readonly ExpectedUnit[]): UnitsFile {
  return { format: UNITS_FORMAT, version: UNITS_VERSION, units: [...units] };
}
