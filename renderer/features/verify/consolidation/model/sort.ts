import { compareVietnamese } from '#shared/domain/vietnamese-order.ts';
import { UNIT_STATES } from '#shared/receiver/assess-units.ts';
import type { UnitRow } from './flags.ts';

/** By what the units stand: a column, or the id of an objective (its percentage). */
export interface UnitOrder {
  readonly by: string;
  readonly down: boolean;
}

/** The same column turns round; another one begins with what needs to be seen first. */
export function nextOrder(order: UnitOrder, by: string): UnitOrder {
  return order.by === by ? { by, down: !order.down } : { by, down: false };
}

/** Units in an order; those without a value stand last whichever way, equal ones by their code. */
export function sortUnits(units: readonly UnitRow[], { by, down }: UnitOrder): UnitRow[] {
  const keyed = units.map((unit) => ({ unit, key: keyOf(unit, by) }));
  const turn = down ? -1 : 1;
  return keyed
    .sort((a, b) => {
      if (a.key === null || b.key === null)
        return a.key === b.key ? byCode(a.unit, b.unit) : a.key === null ? 1 : -1;
      const found =
        typeof a.key === 'number' && typeof b.key === 'number'
          ? a.key - b.key
          : compareVietnamese(String(a.key), String(b.key));
      return found === 0 ? byCode(a.unit, b.unit) : found * turn;
    })
    .map(({ unit }) => unit);
}

function byCode(a: UnitRow, b: UnitRow): number {
  return a.code < b.code ? -1 : a.code > b.code ? 1 : 0;
}

function keyOf(unit: UnitRow, by: string): string | number | null {
  switch (by) {
    case 'code':
      return unit.code;
    case 'name':
      return unit.name;
    case 'state':
      // What lacks most stands first.
      return -UNIT_STATES.indexOf(unit.state);
    case 'signedAt':
      return unit.signedAt === null ? null : Date.parse(unit.signedAt);
    case 'revision':
      return unit.revision;
    case 'missed':
      return -(unit.missed.length * 100 + unit.missedStriven.length);
    default: {
      // Exact enough to order by; nothing is decided by it.
      const figure = unit.figures.find(({ id }) => id === by);
      return figure?.numerator == null || !figure.denominator ? null : figure.numerator / figure.denominator;
    }
  }
}
