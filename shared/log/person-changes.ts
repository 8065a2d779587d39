import { ABILITIES, type Ability, type RightsHolder } from '../domain/rights.ts';

/** What of a person the log tells. */
interface Person extends RightsHolder {
  readonly name: string;
  readonly retiredAt?: string | null;
}

/**
 * One thing that changed about a person: `name`, `role`, `retiredAt`, or an ability, for which `true` and `false` are
 * what was said of the person beside their role. Null: nothing.
 */
export interface PersonChange {
  readonly field: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** What is different about a person; `before` null: they are new. */
export function personChanges(before: Person | null, after: Person): PersonChange[] {
  const said = (person: Person | null, ability: Ability): string | null => {
    const value = person?.exceptions?.[ability];
    return value === undefined ? null : String(value);
  };
  const all: PersonChange[] = [
    { field: 'name', from: before?.name ?? null, to: after.name },
    { field: 'role', from: before?.role ?? null, to: after.role },
    { field: 'retiredAt', from: before?.retiredAt ?? null, to: after.retiredAt ?? null },
    ...ABILITIES.map((ability) => ({
      field: ability,
      from: said(before, ability),
      to: said(after, ability),
    })),
  ];
  return all.filter(({ from, to }) => from !== to);
}
