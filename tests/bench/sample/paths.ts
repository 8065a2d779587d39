import { mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MIGRATIONS } from '#electron/persistence/migrations/index.ts';

export const projectRoot = fileURLToPath(new URL('../../..', import.meta.url));

/** Raise when the made-up dossiers change, so that kept folders are made anew. */
const SAMPLE_VERSION = 3;

/** Folder of large inputs that are made once and kept between runs; named by the database's form. */
export function cacheFolder(): string {
  const folder = join(
    tmpdir(),
    'so-chat-luong-bench',
    `schema-${MIGRATIONS.at(-1)?.version ?? 0}-sample-${SAMPLE_VERSION}`,
  );
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** An empty folder of one run; what was in it is removed. */
export function workFolder(name: string): string {
  const folder = join(tmpdir(), 'so-chat-luong-bench', `work-${process.pid}`, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

export function removeWork(): void {
  rmSync(join(tmpdir(), 'so-chat-luong-bench', `work-${process.pid}`), { recursive: true, force: true });
}
