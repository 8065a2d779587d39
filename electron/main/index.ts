import { join } from 'node:path';
import { app } from 'electron';
import { COMMANDS } from '#electron/cli/commands.ts';
import { ownArguments, readArguments } from './arguments.ts';
import { runWithoutDisplay } from './headless.ts';
import { startWindow } from './start-window.ts';

const own = readArguments(ownArguments(process.argv, app.isPackaged), COMMANDS);
const appDir = app.getAppPath();

// The composition root of both: a command given to the installed app runs without a window, all else opens one.
if (own.command === null) {
  startWindow({ outDir: join(appDir, 'out'), resourcesDir: join(appDir, 'resources'), shot: own.shot });
} else {
  runCommand(own.command);
}

function runCommand(args: readonly string[]): void {
  const elsewhere = runWithoutDisplay();
  if (elsewhere !== null) {
    app.exit(elsewhere);
    return;
  }
  void Promise.all([import('#electron/cli/run.ts'), import('./token-process.ts')])
    .then(([{ runCommandLine }, { tokenLauncher }]) =>
      runCommandLine(args, {
        resourcesDir: join(appDir, 'resources'),
        version: app.getVersion(),
        environment: process.env,
        program: 'so-chat-luong',
        launchToken: tokenLauncher(join(appDir, 'out')),
        stdout: process.stdout,
        stderr: process.stderr,
      }),
    )
    // What is still in the pipe of standard output must get out first.
    .then((code) => process.stdout.write('', () => app.exit(code)));
}
