import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import { AppError } from '#shared/errors.ts';
import { CALL_CHANNEL, DROPPED_CHANNEL } from '#shared/ipc/channels.ts';
import type { Channel } from '#shared/ipc/contract.ts';
import type { Result } from '#shared/ipc/result.ts';
import { toFault } from './fault.ts';

/** What the boundary needs to know to answer the page. */
export interface Boundary {
  /** SECURITY 11: whether a message comes from the main frame of a window of ours, at our origin. */
  isTrusted(event: IpcMainInvokeEvent): boolean;
  /** Answers a call; both sides of it are parsed by `route`. Throws `AppError`. */
  route(channel: Channel, input: unknown): Promise<unknown>;
  /** Gives a token to the path of a dropped file; null when it is no file. */
  dropped(path: string): Promise<unknown>;
  /** Writes a fault of the program into the log and gives its id. */
  log(error: unknown, channel: string): string;
}

/** Registers the two messages the page may send. Nothing else in the program uses `ipcMain`. */
export function registerBoundary(boundary: Boundary): void {
  ipcMain.handle(CALL_CHANNEL, (event, channel: unknown, input: unknown) =>
    answer(boundary, event, String(channel).slice(0, 60), () => {
      if (typeof channel !== 'string') throw new AppError('NOT_ALLOWED_HERE', { channel: null });
      return boundary.route(channel as Channel, input);
    }),
  );
  ipcMain.handle(DROPPED_CHANNEL, (event, path: unknown) =>
    answer(boundary, event, 'dropped', async () =>
      typeof path === 'string' && path !== '' ? boundary.dropped(path) : null,
    ),
  );
}

async function answer(
  boundary: Boundary,
  event: IpcMainInvokeEvent,
  channel: string,
  work: () => Promise<unknown>,
): Promise<Result<unknown>> {
  try {
    if (!boundary.isTrusted(event)) throw new AppError('NOT_ALLOWED_HERE', { channel });
    return { ok: true, value: await work() };
  } catch (error) {
    return { ok: false, error: toFault(error, () => boundary.log(error, channel)) };
  }
}
