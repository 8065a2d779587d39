import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { frozenClock } from '#electron/application/app/clock.ts';
import { sampleProfile } from '#electron/application/app/sample.ts';
import { type Backend, createBackend } from '#electron/application/backend.ts';
import type { Clock } from '#electron/application/context.ts';
import { localDate } from '#shared/domain/local-date.ts';
import type { Input, Output, ServiceChannel } from '#shared/ipc/contract.ts';
import { CHEAP, TEST_PASSPHRASE } from '../../support/secrets.ts';

export const root = resolve(import.meta.dirname, '../../..');
export const TODAY = localDate(2024, 4, 8);

/** Places of one round: everything lies under one folder, so that a copy of it is a whole office. */
export interface Places {
  readonly data: string;
  readonly lists: string;
  /** Where the copies of the book go. */
  readonly stick: string;
  /** Where people save what they export. */
  readonly out: string;
}

export function placesOf(folder: string): Places {
  return {
    data: join(folder, 'data'),
    lists: join(folder, 'lists'),
    stick: join(folder, 'stick'),
    out: join(folder, 'out'),
  };
}

/** Somebody at work in an office: one backend as the service makes it, asked through the calls of the window. */
export class Desk {
  readonly places: Places;
  readonly backend: Backend;

  constructor(folder: string, clock: Clock = frozenClock(TODAY)) {
    this.places = placesOf(folder);
    this.backend = createBackend({
      dataDir: this.places.data,
      resourcesDir: join(root, 'resources'),
      version: '0.0.0',
      costs: CHEAP,
      clock,
      ownOnly: true,
    });
  }

  call<C extends ServiceChannel>(channel: C, input: Input<C>): Promise<Output<C>> {
    return this.backend.callUnparsed(channel, input) as Promise<Output<C>>;
  }

  /** A token for a path, as a dialog would give it. */
  file(path: string): string {
    return this.backend.files.register(path);
  }

  /** Founds the office with the sample commune's profile, its copies going to {@link Places.stick}. */
  async found(): Promise<void> {
    const profile = sampleProfile(join(root, 'resources'));
    await this.call('app.initialise', {
      profile,
      login: profile.users[0]?.login ?? '',
      passphrase: TEST_PASSPHRASE,
      backupFolder: this.file(this.places.stick),
    });
  }

  async signIn(passphrase: string = TEST_PASSPHRASE): Promise<void> {
    await this.backend.signIn(null, passphrase);
  }

  /** Takes a list in as it is, after its preview. */
  async import(path: string): Promise<Output<'imports.commit'>> {
    const request = { file: this.file(path), options: {}, task: `import-${path.slice(-20)}` };
    const { result } = await this.call('imports.preview', request);
    return this.call('imports.commit', { ...request, sha256: result.sha256 });
  }

  /** Every dossier as people see it, by code; what only storage knows (ids, versions) is left out. */
  async dossiers(): Promise<Map<string, Output<'dossiers.rows'>[number]>> {
    const { ids } = await this.call('dossiers.index', { filter: {} });
    const found = new Map<string, Output<'dossiers.rows'>[number]>();
    for (let from = 0; from < ids.length; from += 500)
      for (const row of await this.call('dossiers.rows', { ids: [...ids.subarray(from, from + 500)] }))
        found.set(row.record.code, row);
    return found;
  }

  /** One hash over all dossiers. */
  async digest(): Promise<string> {
    const records = [...(await this.dossiers()).values()].map(({ record, deleted }) => [record, deleted]);
    records.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
    return createHash('sha256').update(JSON.stringify(records)).digest('hex');
  }

  close(): Promise<void> {
    return this.backend.close();
  }
}
