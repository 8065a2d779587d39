import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach } from 'vitest';
import { frozenClock } from '#electron/application/app/clock.ts';
import { type Backend, createBackend } from '#electron/application/backend.ts';
import { parseOutput } from '#electron/application/parse-call.ts';
import type { LedgerId } from '#shared/domain/ledgers/registry.ts';
import { type LocalDate, localDate } from '#shared/domain/local-date.ts';
import { AppError } from '#shared/errors.ts';
import type { Profile } from '#shared/ipc/contract/app.ts';
import type { StoredEntry } from '#shared/ipc/contract/ledgers.ts';
import type { Input, Output, ServiceChannel } from '#shared/ipc/contract.ts';
import type { Notice } from '#shared/ipc/result.ts';
import { profile } from '../../../contract/support/valid-inputs.ts';
import { CHEAP, TEST_PASSPHRASE } from '../../../support/secrets.ts';

export const TODAY = localDate(2024, 3, 20);
const resourcesDir = resolve(import.meta.dirname, '../../../../resources');
const open: { backend: Backend; folder: string }[] = [];

afterEach(async () => {
  for (const { backend, folder } of open.splice(0)) {
    await backend.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

/** A commune with its book in a folder of its own, gone after the test; calls go the way the window's go. */
export interface Office {
  readonly backend: Backend;
  readonly folder: string;
  readonly notices: Notice[];
  call<C extends ServiceChannel>(channel: C, input: Input<C>): Promise<Output<C>>;
  /** Code and field faults of a call that is refused. */
  refusal<C extends ServiceChannel>(channel: C, input: Input<C>): Promise<{ code: string; fields: unknown }>;
  /** Adds an entry. */
  add(ledger: LedgerId, record: Readonly<Record<string, unknown>>): Promise<StoredEntry>;
}

/** `given`: another unit than that of the contract's examples. */
export async function newOffice(
  login = 'thu',
  today: LocalDate = TODAY,
  given: Profile = profile,
): Promise<Office> {
  const folder = mkdtempSync(join(tmpdir(), 'scl-office-'));
  const notices: Notice[] = [];
  const backend = createBackend({
    dataDir: folder,
    resourcesDir,
    version: '0.0.0',
    clock: frozenClock(today),
    costs: CHEAP,
    notify: (notice) => notices.push(notice),
  });
  open.push({ backend, folder });
  const call = async <C extends ServiceChannel>(channel: C, input: Input<C>): Promise<Output<C>> =>
    parseOutput(channel, await backend.callUnparsed(channel, input));
  await call('app.initialise', { profile: given, login, passphrase: TEST_PASSPHRASE, backupFolder: null });
  notices.length = 0;
  return {
    backend,
    folder,
    notices,
    call,
    async refusal(channel, input) {
      try {
        await call(channel, input);
      } catch (error) {
        if (error instanceof AppError) return { code: error.code, fields: error.fieldErrors };
        throw error;
      }
      throw new Error(`${channel} was not refused`);
    },
    async add(ledger, record) {
      const saved = await call('ledgers.save', {
        ledger,
        id: null,
        version: null,
        record: record as Input<'ledgers.save'>['record'],
        reason: null,
      });
      return saved.entry;
    },
  };
}
