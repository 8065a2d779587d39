import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { Keyring } from '#electron/application/access/keyring-form.ts';
import { type Backend, createBackend } from '#electron/application/backend.ts';
import { profile } from '../../contract/support/valid-inputs.ts';
import { CHEAP, TEST_PASSPHRASE } from '../../support/secrets.ts';

const resourcesDir = resolve(import.meta.dirname, '../../../resources');

/** The folders and backends of one file of tests; all gone with `end`. */
class Scene {
  readonly #folders: string[] = [];
  readonly #backends: Backend[] = [];

  folder(): string {
    const made = mkdtempSync(join(tmpdir(), 'scl-attack-'));
    this.#folders.push(made);
    return made;
  }

  /** The folder as somebody copied it. */
  copyOf(dataDir: string): string {
    const made = this.folder();
    cpSync(dataDir, made, { recursive: true, verbatimSymlinks: true });
    return made;
  }

  backend(dataDir: string): Backend {
    const backend = createBackend({ dataDir, resourcesDir, version: '0.0.0', costs: CHEAP });
    this.#backends.push(backend);
    return backend;
  }

  /** A commune's folder with two people (`thu`, who leads, and `canbo`) and a handful of petitions. */
  async commune(petitions = 3): Promise<string> {
    const dataDir = this.folder();
    const backend = this.backend(dataDir);
    await backend.call('app.initialise', {
      profile,
      login: 'thu',
      passphrase: TEST_PASSPHRASE,
      backupFolder: null,
    });
    for (let n = 1; n <= petitions; n += 1) await petition(backend, n);
    await backend.close();
    return dataDir;
  }

  async closeAll(): Promise<void> {
    for (const backend of this.#backends.splice(0)) await backend.close();
  }

  async end(): Promise<void> {
    await this.closeAll();
    for (const folder of this.#folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  }
}

/** What the tests of one file share: a commune's folder made once, and a scene that ends after each of them. */
interface Stage {
  readonly scene: Scene;
  /** Lasts as long as the file: for further folders that are made once. */
  readonly book: Scene;
  /** The commune's folder, from the first `beforeAll` on. */
  original: string;
}

/** Sets the stage of a file of tests; called once, before its own hooks. */
export function setStage(): Stage {
  const stage: Stage = { scene: new Scene(), book: new Scene(), original: '' };
  beforeAll(async () => {
    stage.original = await stage.book.commune();
  });
  afterAll(() => stage.book.end());
  afterEach(() => stage.scene.end());
  return stage;
}

export const SECRET = 'Nguyễn Thị Bí Mật';

export const petition = (backend: Backend, n: number): Promise<unknown> =>
  backend.callUnparsed('ledgers.save', {
    ledger: 'petitions',
    id: null,
    version: null,
    record: {
      code: `PA-${n}`,
      subject: `${SECRET} chờ lâu `.repeat(20),
      receivedOn: '2024-01-05',
      dueOn: '2024-01-20',
    },
    reason: null,
  });

const FILES = ['keyring.json', 'keyring.copy.json'];

export const keyringOf = (dataDir: string): Keyring =>
  JSON.parse(readFileSync(join(dataDir, 'keyring.json'), 'utf8'));

/** Puts a keyring into a folder as somebody does who has no key. */
export function plantKeyring(dataDir: string, keyring: Keyring): void {
  for (const name of FILES) writeFileSync(join(dataDir, name), JSON.stringify(keyring));
}
