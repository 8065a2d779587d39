import { join } from 'node:path';
import { app, utilityProcess } from 'electron';
import type { TokenAnswer } from '#electron/token/messages.ts';
import type { TokenLauncher } from '#electron/token/token-process.ts';

/**
 * Starts the process that holds a token's library as an Electron utility process. Its output is thrown away: a
 * maker's library may print anything.
 */
export function tokenLauncher(outDir: string): TokenLauncher {
  return (events) => {
    let gone = false;
    const exit = (): void => {
      if (gone) return;
      gone = true;
      events.exit();
    };
    // Electron forks only after it is ready; a command of the installed app may ask before.
    const started = app.whenReady().then(() => {
      if (gone) return null;
      const child = utilityProcess.fork(join(outDir, 'main', 'token.cjs'), [], {
        serviceName: 'so-chat-luong-token',
        stdio: 'ignore',
      });
      child.on('message', (answer: TokenAnswer) => events.message(answer));
      child.once('exit', exit);
      return child;
    });
    return {
      post: (request) => void started.then((child) => child?.postMessage(request)),
      kill() {
        void started.then((child) => {
          if (child === null || gone) return;
          try {
            // A library that hangs hears nothing milder.
            if (child.pid !== undefined) process.kill(child.pid, 'SIGKILL');
          } catch {
            child.kill();
          }
        });
      },
    };
  };
}
