import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { frozenClock } from '#electron/application/app/clock.ts';
import { type Backend, createBackend } from '#electron/application/backend.ts';
import { parseInput, parseOutput } from '#electron/application/parse-call.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { AppError } from '#shared/errors.ts';
import { type Channel, contract, type ServiceChannel } from '#shared/ipc/contract.ts';
import { CHEAP } from '../support/secrets.ts';
import { mutantsOf } from './support/mutants.ts';
import { validInputs } from './support/valid-inputs.ts';

const resourcesDir = resolve(import.meta.dirname, '../../resources');
const channels = (Object.keys(contract) as Channel[]).filter(
  (channel): channel is ServiceChannel => contract[channel].place === 'service',
);
const mainChannels = (Object.keys(contract) as Channel[]).filter(
  (channel) => contract[channel].place === 'main',
);

/** What a call came to: its value, or the code of its fault; anything else that is thrown fails the test. */
async function outcome(
  backend: Backend,
  channel: string,
  input: unknown,
): Promise<{ value: unknown } | { code: string }> {
  try {
    return { value: await backend.callUnparsed(channel, input) };
  } catch (error) {
    if (error instanceof AppError && error.code !== 'INTERNAL') return { code: error.code };
    throw error;
  }
}

describe('every call against a real folder', () => {
  let dataDir: string;
  let backend: Backend;

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'scl-contract-'));
    backend = createBackend({
      dataDir,
      resourcesDir,
      version: '0.0.0',
      clock: frozenClock(localDate(2024, 3, 20)),
      costs: CHEAP,
    });
    await backend.callUnparsed('app.initialise', validInputs['app.initialise']);
    const first = validInputs['dossiers.save'];
    await backend.callUnparsed('dossiers.save', {
      ...first,
      record: { ...first.record, code: '000.00.40.H19-240102-0002' },
    });
  });

  afterAll(async () => {
    await backend.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it.each(channels)('%s refuses what is malformed, and nothing else happens', async (channel) => {
    const before = JSON.stringify(await backend.callUnparsed('app.state', {}));
    let refused = 0;
    for (const { where, input } of mutantsOf(validInputs[channel])) {
      // Some odd values are right in some places (null where it is allowed); the schema itself is not in question here.
      if (contract[channel].input.safeParse(input).success) continue;
      refused += 1;
      expect(await outcome(backend, channel, input), `${channel} ${where}`).toEqual({
        code: 'RECORD_INVALID',
      });
    }
    expect(refused).toBeGreaterThan(10);
    expect(JSON.stringify(await backend.callUnparsed('app.state', {}))).toBe(before);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it.each(channels)('%s refuses inputs of any shape without a fault of the program', async (channel) => {
    await fc.assert(
      fc.asyncProperty(
        fc.anything({
          withBigInt: true,
          withDate: true,
          withMap: true,
          withNullPrototype: true,
          withTypedArray: true,
        }),
        async (input) => {
          fc.pre(!contract[channel].input.safeParse(input).success);
          expect(await outcome(backend, channel, input)).toEqual({ code: 'RECORD_INVALID' });
        },
      ),
      { seed: 20240314, numRuns: 40 },
    );
  });

  it.each(channels.filter((channel) => !channel.startsWith('app.')))(
    '%s answers a well-formed input as agreed, or with a code',
    async (channel) => {
      const found = await outcome(backend, channel, validInputs[channel]);
      if ('value' in found) expect(() => parseOutput(channel, found.value)).not.toThrow();
      else expect(found.code).not.toBe('RECORD_INVALID');
    },
  );

  it('refuses names that are no calls, and calls that belong to the window', async () => {
    for (const name of [
      '',
      'app',
      'app.',
      '__proto__',
      'constructor',
      'toString',
      'app.state ',
      'APP.STATE',
      ...mainChannels,
    ]) {
      expect(await outcome(backend, name, {}), name).toEqual({ code: 'NOT_ALLOWED_HERE' });
    }
  });

  it('says which fields are wrong, never what was in them', () => {
    try {
      parseInput('dossiers.byCode', { code: 5, secret: 'bí mật' });
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(AppError);
      expect((error as AppError).fieldErrors).toEqual({ code: 'invalid_type', '': 'unrecognized_keys' });
      expect(JSON.stringify(error)).not.toContain('bí mật');
    }
  });

  it('writes no personal data into the log', async () => {
    const log = join(dataDir, 'logs', 'app.log');
    let text = '';
    try {
      text = readFileSync(log, 'utf8');
    } catch {
      // No fault of the program happened at all.
    }
    for (const secret of ['Nguyễn Thị A', '075190000001', 'Phước An']) expect(text).not.toContain(secret);
  });
});
