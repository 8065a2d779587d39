import type { Output } from '#shared/ipc/contract.ts';
import type { Told } from '../long-task.ts';
import type { Store, StoreProblem } from '../ports.ts';
import { reportProblems } from '../reports/check-archive.ts';
import { setProblems } from '../targets/check-sets.ts';
import { DOCUMENT_KEYS, readProfile } from './documents.ts';

type Check = Output<'app.check'>;

/**
 * Integrity of the database, of everything derived from it, and of what is kept as documents (command `check`). `told`
 * is called between the parts; what it throws ends the check.
 */
export async function check(store: Store, told?: Told): Promise<Check> {
  const start = performance.now();
  const checks = checksOf(store);
  const problems: StoreProblem[] = [];
  for (const [done, each] of checks.entries()) {
    await told?.({ done, total: checks.length });
    problems.push(...each());
  }
  return {
    ok: problems.length === 0,
    problems: [...new Set(problems.map(problemLine))],
    milliseconds: Math.round(performance.now() - start),
  };
}

const checksOf = (store: Store): (() => StoreProblem[])[] => [
  ...store.checks(),
  () => profileProblems(store),
  () => setProblems(store),
  () => reportProblems(store),
];

function profileProblems(store: Store): StoreProblem[] {
  try {
    readProfile(store);
    return [];
  } catch {
    return [{ code: 'DOCUMENT', params: { key: DOCUMENT_KEYS.profile } }];
  }
}

/** A problem as one line that names code and place; the same in every language, for those who help. */
export function problemLine({ code, params }: StoreProblem): string {
  const where = Object.entries(params).map(([name, value]) => `${name}=${value ?? ''}`);
  return [code, ...where].join(' ').slice(0, 500);
}
