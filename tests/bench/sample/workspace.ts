import { join } from 'node:path';
import { frozenClock } from '#electron/application/app/clock.ts';
import type { Workspace } from '#electron/application/context.ts';
import type { Store } from '#electron/application/ports.ts';
import type { Balance } from '#shared/ipc/contract/imports.ts';
import { AS_OF } from './dossiers.ts';
import { projectRoot } from './paths.ts';

/** Key of the folders that a run makes and throws away: what is measured is what users have, an encrypted book. */
export const BENCH_KEY = new Uint8Array(32).fill(11);

/** A workspace as a use case sees it, on a day that stands still; nobody is told of progress. */
export function benchWorkspace(store: Store): Workspace {
  return {
    store,
    clock: frozenClock(AS_OF),
    files: {
      resolve: (token) => token,
      register: (path) => path,
    },
    actor: { login: 'thu', name: 'Nguyễn Văn Thử', role: 'head' },
    resourcesDir: join(projectRoot, 'resources'),
    dataDir: '',
    notify: () => {},
    signal: () => new AbortController().signal,
  };
}

/** Only the balance of a result. */
export function balanceOf({ read, added, updated, unchanged, bad, ignored }: Balance): Balance {
  return { read, added, updated, unchanged, bad, ignored };
}
