import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { TokenAnswer } from './messages.ts';
import type { TokenLauncher } from './token-process.ts';

/**
 * Starts the token's process as a plain Node child, for the command line under Node. Its output is thrown away: a
 * maker's library may print anything.
 */
export const launchUnderNode: TokenLauncher = (events) => {
  const child = fork(fileURLToPath(new URL('./child.ts', import.meta.url)), {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    // Flags of this process (a debugger's port, a loader) are not meant for it.
    execArgv: [],
  });
  let gone = false;
  const exit = (): void => {
    if (gone) return;
    gone = true;
    events.exit();
  };
  child.on('message', (answer) => events.message(answer as TokenAnswer));
  child.once('exit', exit);
  child.on('error', exit);
  return {
    post: (request) => {
      if (child.connected) child.send(request, () => {});
    },
    kill: () => child.kill('SIGKILL'),
  };
};
