import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import type { TokenDriver } from '#shared/ipc/contract/keys.ts';
import type { Workspace } from '../context.ts';

/** Form of `resources/tokens/drivers.json`; the path's `%SystemRoot%` and the like are the machine's own. */
const known = z.object({
  drivers: z.array(z.object({ name: z.string(), os: z.string(), path: z.string(), confidence: z.string() })),
});

/** Drivers to offer before the person browses: the one that worked last, then known ones that are on this machine. */
export function proposeDrivers(workspace: Workspace): TokenDriver[] {
  const { files, tokens, resourcesDir } = workspace;
  const listed = readKnown(resourcesDir);
  const last = tokens?.remembered() ?? null;
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

/** Remembers a driver that worked. */
export function rememberDriver({ tokens }: Workspace, path: string): void {
  if (tokens !== undefined && tokens.remembered() !== path) tokens.remember(path);
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
