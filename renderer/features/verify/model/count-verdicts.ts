import type { VerifyResult } from '#shared/ipc/contract/reports.ts';

/** How many of each verdict. */
export function countVerdicts(
  results: readonly (VerifyResult | null)[],
): Readonly<Record<VerifyResult['verdict'], number>> {
  const counts = { valid: 0, invalid: 0, unknown: 0 };
  for (const result of results) if (result) counts[result.verdict] += 1;
  return counts;
}
