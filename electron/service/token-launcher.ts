import type { FromService, ToService } from '#electron/ipc/service-messages.ts';
import type { TokenEvents, TokenLauncher } from '#electron/token/token-process.ts';

/**
 * Reaches the token's process through the main process: only that one can start utility processes. `take` gets what
 * comes back.
 */
export function relayTokens(send: (message: FromService) => void): {
  readonly launch: TokenLauncher;
  take(message: Extract<ToService, { kind: 'token-answer' | 'token-exit' }>): void;
} {
  const running = new Map<number, TokenEvents>();
  let next = 1;
  return {
    launch(events) {
      const token = next++;
      running.set(token, events);
      send({ kind: 'token-start', token });
      return {
        post: (request) => send({ kind: 'token-request', token, request }),
        kill: () => send({ kind: 'token-kill', token }),
      };
    },
    take(message) {
      const events = running.get(message.token);
      if (message.kind === 'token-answer') events?.message(message.answer);
      else {
        running.delete(message.token);
        events?.exit();
      }
    },
  };
}
