import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TEST_PASSPHRASE } from '../../support/secrets.ts';
import { Desk, placesOf } from './desk.ts';
import type { Hands } from './kind.ts';

/** The three steps of a restore, on a desk that may take one. */
export async function restoreFrom(desk: Hands, path: string): Promise<void> {
  const { people } = await desk.call('restore.open', { file: desk.file(path) });
  await desk.call('restore.unlock', {
    task: 'phuc-hoi',
    by: { kind: 'passphrase', login: people[0]?.login ?? '', passphrase: TEST_PASSPHRASE },
  });
  await desk.call('restore.take', { person: null });
}

/** Restores a copy on an empty machine; what is wrong with it, null where it is whole and holds the dossier. */
export async function lookIntoCopy(path: string, code: string | null): Promise<string | null> {
  const folder = mkdtempSync(join(tmpdir(), 'scl-copy-'));
  for (const place of Object.values(placesOf(folder))) mkdirSync(place, { recursive: true });
  const desk = new Desk(folder);
  try {
    await restoreFrom(desk, path);
    const { ok, problems } = await desk.call('app.check', {});
    if (!ok) return problems.join('; ');
    if (code !== null && (await desk.call('dossiers.byCode', { code })) === null) return `it lacks ${code}`;
    return null;
  } catch (error) {
    return `it cannot be restored: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  } finally {
    await desk.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
