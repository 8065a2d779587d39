import { type ExpectedUnit, unitsFaults } from '#shared/receiver/units.ts';

export type UnitField = 'code' | 'name' | 'from' | 'to';
export type UnitFault = 'code' | 'name' | 'order' | 'overlap';

/** What is wrong with each unit of a list that is being written: place (from 0) → field → fault. */
export function faultsOf(
  units: readonly ExpectedUnit[],
): ReadonlyMap<number, Partial<Record<UnitField, UnitFault>>> {
  const found = new Map<number, Partial<Record<UnitField, UnitFault>>>();
  const add = (at: number, field: UnitField, fault: UnitFault) =>
    found.set(at, { ...found.get(at), [field]: fault });
  units.forEach((unit, at) => {
    if (!/^[^\s\u0000-\u001f]{1,20}$/u.test(unit.code)) add(at, 'code', 'code');
    if (unit.name.trim() === '') add(at, 'name', 'name');
  });
  for (const { place, problem } of unitsFaults(units)) {
    if (problem === 'order') add(place - 1, 'to', 'order');
    // The code itself is at fault only where the days do not say otherwise.
    else if (!found.get(place - 1)?.code) add(place - 1, 'code', 'overlap');
  }
  return found;
}
