import { join } from 'node:path';
import { openLog } from '#electron/application/app/log.ts';
import { createBackend } from '#electron/application/backend.ts';
import { toFault } from '#electron/ipc/fault.ts';
import type { FromService, ServiceOptions, ToService } from '#electron/ipc/service-messages.ts';
import type { Result } from '#shared/ipc/result.ts';
import { relayKeystore } from './keystore-relay.ts';
import { relayTokens } from './token-launcher.ts';

// The data service: a utility process with one backend. It alone opens the database, so that the window and the
// main process never wait for it, and so that it can be ended and started anew.

const { parentPort } = process;
const options = JSON.parse(process.argv[2] ?? '{}') as ServiceOptions;
const log = openLog(join(options.dataDir, 'logs'));
const send = (message: FromService): void => parentPort.postMessage(message);

const tokens = relayTokens(send);
const keystore = relayKeystore(send);

const backend = createBackend({
  dataDir: options.dataDir,
  resourcesDir: options.resourcesDir,
  version: options.version,
  environment: process.env,
  log,
  launchToken: tokens.launch,
  keystore: keystore.keystore,
  notify: (notice) => send({ kind: 'notice', notice }),
});

parentPort.on('message', ({ data }: { data: ToService }) => {
  if (data.kind === 'call') void answer(data.id, data.channel, data.input);
  else if (data.kind === 'grant') backend.files.grant(data.token, data.path);
  else if (data.kind === 'keystore-answer') keystore.take(data);
  else if (data.kind === 'token-answer' || data.kind === 'token-exit') tokens.take(data);
  else void stop();
});

async function answer(id: number, channel: string, input: unknown): Promise<void> {
  let result: Result<unknown>;
  try {
    // SECURITY 12: parsed here once more; the service does not rely on who sent it.
    result = { ok: true, value: await backend.callUnparsed(channel, input) };
  } catch (error) {
    result = { ok: false, error: toFault(error, () => log.fault(error, channel)) };
  }
  send({ kind: 'result', id, result });
}

/** A stick that is not there is no fault; Cài đặt tells when the last copy was made. */
async function backUp(moment: 'use' | 'closing'): Promise<void> {
  try {
    await backend.backUpIfDue(moment);
  } catch (error) {
    log.fault(error, 'backup');
  }
}

async function stop(): Promise<void> {
  await backUp('closing');
  await backend.close();
  process.exit(0);
}

process.on('uncaughtException', (error) => {
  log.fault(error, 'service');
  process.exit(70);
});
process.on('unhandledRejection', (error) => {
  log.fault(error, 'service');
});

send({ kind: 'stage', name: 'service-start' });
// The folder is opened and its first figures are counted while the window is still being made.
void backend.open().then(async (state) => {
  send({ kind: 'stage', name: 'db-ready' });
  if (state.kind !== 'open' || backend.session.actor === null) return;
  await backend.call('evaluation.overview', {});
  send({ kind: 'stage', name: 'figures-ready' });
});
// Not in the way of the start; whoever signs in later, and a stick that comes later, are not forgotten.
setInterval(() => void backUp('use'), 60_000).unref();
