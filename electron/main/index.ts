import { join } from 'node:path';
import { app } from 'electron';
import { COMMANDS } from '#electron/cli/commands.ts';
import { dialogs as words } from '#shared/i18n/vi/dialogs.ts';
import { ownArguments, readArguments } from './arguments.ts';
import { runWithoutDisplay } from './headless.ts';
import { startWindow } from './start-window.ts';
import { refusedSwitch } from './switches.ts';
import { handOver, type Launch } from './update/launch.ts';
import { findPlace, programOf } from './update/place.ts';

const own = readArguments(ownArguments(process.argv, app.isPackaged), COMMANDS);
const appDir = app.getAppPath();

// The composition root of both: a command given to the installed app runs without a window, all else opens one.
const refused = app.isPackaged ? refusedSwitch(process.argv) : null;
// A native module named by the environment is for development; the packaged program loads its own only.
if (app.isPackaged) delete process.env.SCL_NATIVE_BINDING;
// Neither can the day of a signature or an entry be chosen from outside: window, service and commands go by the machine's clock.
if (app.isPackaged) delete process.env.SCL_TODAY;
/** The way back must work whatever the newer version is like. */
const goesBack = own.command?.[0] === 'update' && own.command.includes('--rollback');
const launch: Launch = refused !== null || goesBack ? { handedOver: false } : handOver(own.command !== null);

if (refused !== null) {
  process.stderr.write(`so-chat-luong: ${words.refusedSwitch.replace('{{name}}', refused)}\n`);
  app.exit(64);
} else if (launch.handedOver) {
  app.exit(launch.code);
} else if (own.command === null) {
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
        update: programOf(findPlace()),
        launchToken: tokenLauncher(join(appDir, 'out')),
        stdout: process.stdout,
        stderr: process.stderr,
      }),
    )
    // What is still in the pipe of standard output must get out first.
    .then((code) => process.stdout.write('', () => app.exit(code)));
}
