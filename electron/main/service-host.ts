import { join } from 'node:path';
import { type UtilityProcess, utilityProcess } from 'electron';
import { fromFault } from '#electron/ipc/fault.ts';
import type { FromService, ServiceOptions, ToService } from '#electron/ipc/service-messages.ts';
import { AppError } from '#shared/errors.ts';
import type { Notice } from '#shared/ipc/result.ts';
import { askKeystore } from './keystore.ts';
import { tokenLauncher } from './token-process.ts';
import { createTokenRelay } from './token-relay.ts';

/** The data service as the main process sees it. */
export interface ServiceHost {
  call(channel: string, input: unknown): Promise<unknown>;
  grant(token: string, path: string): void;
  /** Asks the service to close its folder; resolves when it has ended or the time is up. */
  stop(): Promise<void>;
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** After this many ends within a minute the service is not started again: something is broken for good. */
const RESTARTS_PER_MINUTE = 5;
const STOP_MS = 20_000;

/**
 * Starts the service at once and again whenever it ends by itself; calls that were under way are rejected, files
 * that were chosen stay chosen.
 */
export function startService(
  outDir: string,
  options: ServiceOptions,
  news: { notice(notice: Notice): void; stage(name: string): void; ended(code: number): string },
): ServiceHost {
  const waiting = new Map<number, Waiting>();
  const grants = new Map<string, string>();
  const ends: number[] = [];
  let nextId = 1;
  let stopping = false;
  let broken = false;
  const tokens = createTokenRelay(tokenLauncher(outDir), (message) => post(message));
  let child = fork();

  function fork(): UtilityProcess {
    const forked = utilityProcess.fork(join(outDir, 'main', 'service.cjs'), [JSON.stringify(options)], {
      serviceName: 'so-chat-luong-service',
      stdio: 'inherit',
    });
    forked.on('message', (message: FromService) => receive(message));
    forked.once('exit', (code) => ended(code));
    return forked;
  }

  function post(message: ToService): void {
    child.postMessage(message);
  }

  function receive(message: FromService): void {
    if (message.kind === 'notice') news.notice(message.notice);
    else if (message.kind === 'stage') news.stage(message.name);
    else if (message.kind === 'keystore')
      void askKeystore(message.what, message.text).then((answer) =>
        post({ kind: 'keystore-answer', id: message.id, answer }),
      );
    else if ('token' in message) tokens.take(message);
    else {
      const call = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.result.ok) call?.resolve(message.result.value);
      else call?.reject(fromFault(message.result.error));
    }
  }

  function ended(code: number): void {
    tokens.killAll();
    if (stopping) return;
    const logId = news.ended(code);
    for (const call of waiting.values()) call.reject(new AppError('INTERNAL', { logId }));
    waiting.clear();
    const now = Date.now();
    ends.push(now);
    broken = ends.filter((at) => now - at < 60_000).length > RESTARTS_PER_MINUTE;
    if (broken) return;
    child = fork();
    for (const [token, path] of grants) post({ kind: 'grant', token, path });
    news.notice({ kind: 'service-restarted' });
  }

  return {
    call(channel, input) {
      if (broken || stopping) return Promise.reject(new AppError('INTERNAL'));
      const id = nextId++;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        post({ kind: 'call', id, channel, input });
      });
    },
    grant(token, path) {
      grants.set(token, path);
      post({ kind: 'grant', token, path });
    },
    stop() {
      if (stopping || broken) return Promise.resolve();
      stopping = true;
      return new Promise((resolve) => {
        const timer = setTimeout(() => {
          child.kill();
          resolve();
        }, STOP_MS);
        child.once('exit', () => {
          clearTimeout(timer);
          resolve();
        });
        post({ kind: 'stop' });
      });
    },
  };
}
