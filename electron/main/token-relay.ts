import type { FromService, ToService } from '#electron/ipc/service-messages.ts';
import type { TokenChild, TokenLauncher } from '#electron/token/token-process.ts';

/** Starts the processes of tokens for the service and passes their messages on. */
export function createTokenRelay(launch: TokenLauncher, post: (message: ToService) => void) {
  const running = new Map<number, TokenChild>();
  return {
    take(message: Extract<FromService, { token: number }>): void {
      const { token } = message;
      if (message.kind === 'token-request') running.get(token)?.post(message.request);
      else if (message.kind === 'token-kill') running.get(token)?.kill();
      else {
        const child = launch({
          message: (answer) => post({ kind: 'token-answer', token, answer }),
          exit() {
            running.delete(token);
            post({ kind: 'token-exit', token });
          },
        });
        running.set(token, child);
      }
    },
    /** The service is gone, and with it whoever asked. */
    killAll(): void {
      for (const child of running.values()) child.kill();
      running.clear();
    },
  };
}
