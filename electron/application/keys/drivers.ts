import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import type { TokenDriver } from '#shared/ipc/contract/keys.ts';
import type { Workspace } from '../context.ts';
import type { Store } from '../ports.ts';

/** Path of the token driver that worked last. */
const LAST_DRIVER = 'tokens.driver';

/** Form of `resources/tokens/drivers.json`; the path's `%SystemRoot%` and the like are the machine's own. */
const known = z.object({
  drivers: z.array(z.object({ name: z.string(), os: z.string(), path: z.string(), confidence: z.string() })),
});

/** Drivers to offer before the person browses: the one that worked last, then known ones that are on this machine. */
export function proposeDrivers(workspace: Workspace): TokenDriver[] {
  const { files, store, resourcesDir } = workspace;
  const listed = readKnown(resourcesDir);
  const last = remembered(store);
  const paths = [...(last === null ? [] : [last]), ...listed.keys()].filter(
    (path, index, all) => all.indexOf(path) === index && existsSync(path),
  );
  return paths.map((path) => ({
    driver: files.register(path),
    file: basename(path).slice(0, 255),
    name: listed.get(path)?.slice(0, 100) ?? null,
    remembered: path === last,
  }));
}

/**
 * Remembers a driver that worked: in the book, and in no file that somebody without its key could change. What the path
 * names is loaded as a program.
 */
export async function rememberDriver({ store }: Workspace, path: string): Promise<void> {
  if (remembered(store) !== path) await store.write((tx) => tx.putDocument(LAST_DRIVER, path.slice(0, 1000)));
}

function remembered(store: Store): string | null {
  const value = store.documents.get(LAST_DRIVER);
  return typeof value === 'string' ? value : null;
}

/** Path → name of the drivers known for this machine's system. */
function readKnown(resourcesDir: string): Map<string, string> {
  const file = join(resourcesDir, 'tokens', 'drivers.json');
  const { drivers } = known.parse(JSON.parse(readFileSync(file, 'utf8')));
  return new Map(
    drivers.filter(({ os }) => os === process.platform).map(({ path, name }) => [expand(path), name]),
  );
}

function expand(path: string): string {
  return path.replace(/%(\w+)%/g, (whole, name: string) => process.env[name] ?? whole);
}
