import { AppError } from '#shared/errors.ts';
import type { TokenAnswer, TokenFault, TokenRequest } from './messages.ts';

/** The process that holds a token's library, as its user sees it. */
export interface TokenChild {
  post(request: TokenRequest): void;
  /** Ends it at once, whatever it is doing. */
  kill(): void;
}
export interface TokenEvents {
  message(answer: TokenAnswer): void;
  /** It is gone: by itself, killed, or never started. */
  exit(): void;
}
/**
 * Starts that process. Plain Node and Electron do it in different ways; whoever puts the program together
 * (electron/cli, service, main) says how.
 */
export type TokenLauncher = (events: TokenEvents) => TokenChild;

/** How long the library may take, in milliseconds; people need time for a PIN pad. */
export interface TokenLimits {
  readonly list: number;
  readonly sign: number;
}
export const TOKEN_LIMITS: TokenLimits = { list: 30_000, sign: 120_000 };

type Answer<K extends TokenAnswer['kind']> = Extract<TokenAnswer, { kind: K }>;
const EXPECTED = { list: 'listed', open: 'opened', sign: 'signed', close: 'closed' } as const;

/** A conversation with one such process. */
export interface TokenConversation {
  /**
   * Asks, and waits at most `milliseconds`. Throws `AppError` TOKEN_CRASHED, TOKEN_TIMEOUT (the process is ended then)
   * or what the token answered.
   */
  ask<K extends TokenRequest['kind']>(
    request: Extract<TokenRequest, { kind: K }>,
    milliseconds: number,
  ): Promise<Answer<(typeof EXPECTED)[K]>>;
  /** Logs out where that still goes, and ends the process. Never throws. */
  end(): Promise<void>;
}

/** Starts a process and talks with it. */
export function converse(launch: TokenLauncher): TokenConversation {
  let waiting: { resolve(answer: TokenAnswer): void; reject(error: AppError): void } | null = null;
  let over = false;
  const child = launch({
    message(answer) {
      const asker = waiting;
      waiting = null;
      asker?.resolve(answer);
    },
    exit() {
      over = true;
      const asker = waiting;
      waiting = null;
      asker?.reject(new AppError('TOKEN_CRASHED'));
    },
  });
  const kill = (): void => {
    over = true;
    child.kill();
  };

  function exchange(request: TokenRequest, milliseconds: number): Promise<TokenAnswer> {
    return new Promise((resolve, reject) => {
      if (over) {
        reject(new AppError('TOKEN_CRASHED'));
        return;
      }
      const timer = setTimeout(() => {
        waiting = null;
        kill();
        reject(new AppError('TOKEN_TIMEOUT', { seconds: Math.round(milliseconds / 1000) }));
      }, milliseconds);
      waiting = {
        resolve(answer) {
          clearTimeout(timer);
          resolve(answer);
        },
        reject(error) {
          clearTimeout(timer);
          reject(error);
        },
      };
      child.post(request);
    });
  }

  return {
    async ask(request, milliseconds) {
      const answer = await exchange(request, milliseconds);
      if (answer.kind === 'failed') throw faultOf(answer.fault);
      if (answer.kind !== EXPECTED[request.kind]) throw new AppError('TOKEN_CRASHED');
      return answer as never;
    },
    async end() {
      try {
        if (!over) await exchange({ kind: 'close' }, 3000);
      } catch {
        // It is ended below, whatever it answered.
      } finally {
        kill();
      }
    },
  };
}

/** What people are told; the return value of the library goes along where it has none of its own words. */
function faultOf({ code, reason, pin }: TokenFault): AppError {
  switch (code) {
    case 'DRIVER_MISSING':
      return new AppError('TOKEN_DRIVER_MISSING');
    case 'DRIVER_UNUSABLE':
      return new AppError('TOKEN_DRIVER_UNUSABLE', { reason });
    case 'NO_TOKEN':
    case 'REMOVED':
      return new AppError('TOKEN_ABSENT');
    case 'PIN_WRONG':
      return new AppError('TOKEN_PIN_WRONG', { reason: pin });
    case 'PIN_LOCKED':
      return new AppError('TOKEN_PIN_LOCKED');
    case 'PIN_FINAL_TRY':
      return new AppError('TOKEN_PIN_FINAL_TRY');
    case 'PIN_CANCELLED':
      return new AppError('CANCELLED');
    case 'NO_KEY':
      return new AppError('TOKEN_CERTIFICATE_UNKNOWN');
    case 'LIBRARY':
      return new AppError('TOKEN_FAULT', { reason });
  }
}
