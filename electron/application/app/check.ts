import type { Output } from '#shared/ipc/contract.ts';
import type { Store, StoreProblem } from '../ports.ts';
import { reportProblems } from '../reports/check-archive.ts';
import { setProblems } from '../targets/check-sets.ts';
import { DOCUMENT_KEYS, readProfile } from './documents.ts';

/** Integrity of the database, of everything derived from it, and of what is kept as documents (command `check`). */
export function check(store: Store): Output<'app.check'> {
  const start = performance.now();
  const problems = [
    ...store.check(),
    ...profileProblems(store),
    ...setProblems(store),
    ...reportProblems(store),
  ];
  return {
    ok: problems.length === 0,
    problems: [...new Set(problems.map(problemLine))],
    milliseconds: Math.round(performance.now() - start),
  };
}

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
