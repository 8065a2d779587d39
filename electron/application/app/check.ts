import type { Output } from '#shared/ipc/contract.ts';
import type { Store, StoreProblem } from '../ports.ts';

/** Integrity of the database and of everything derived from it (command `check`). */
export function check(store: Store): Output<'app.check'> {
  const start = performance.now();
  const problems = store.check();
  return {
    ok: problems.length === 0,
    problems: problems.map(problemLine),
    milliseconds: Math.round(performance.now() - start),
  };
}

/** A problem as one line that names code and place; the same in every language, for those who help. */
export function problemLine({ code, params }: StoreProblem): string {
  const where = Object.entries(params).map(([name, value]) => `${name}=${value ?? ''}`);
  return [code, ...where].join(' ').slice(0, 500);
}
