/** Changes of a filter: `undefined` takes a condition away. */
export type Conditions<F> = { [K in keyof F]?: F[K] | undefined };

/** A filter with conditions replaced; what is empty (`undefined`, '', false, an object of nothing) is no condition. */
export function withConditions<F extends object>(filter: F, changes: Conditions<F>): F {
  const merged: Record<string, unknown> = { ...filter, ...changes };
  for (const [key, value] of Object.entries(merged)) if (saysNothing(value)) delete merged[key];
  return merged as F;
}

/** Whether a filter limits the list at all; the search counts when asked. */
export function isLimiting<F extends object>(filter: F): boolean {
  return Object.values(filter).some((value) => !saysNothing(value));
}

function saysNothing(value: unknown): boolean {
  if (value === undefined || value === '' || value === false) return true;
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
