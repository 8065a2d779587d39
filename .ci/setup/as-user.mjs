// node .ci/setup/as-user.mjs playwright [arguments]   (npm run e2e -- [arguments])
// node .ci/setup/as-user.mjs exec COMMAND [arguments]
//
// Runs Playwright's test runner (or another command) the way windows must be run: under a virtual display, and
// when root starts it as the ordinary user "scl", so that Chromium's real sandbox is tested. Where that user
// cannot read the project (a clone under /root) a copy is used. The command sees:
//   SCL_ELECTRON         the Electron executable        SCL_APP_DIR       the folder to give to it
//   SCL_NATIVE_BINDING   better-sqlite3 for the stand-in (unset with the real Electron)
//   SCL_TEST_OUTPUT      a folder it may write to; kept when tests fail, and named on the last line
// Set SCL_REAL_DISPLAY=1 to see the windows on your own display.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfStale } from './build.mjs';
import { isLinux, runMain, SetupError, say } from './common.mjs';
import { electronEnv } from './electron.mjs';
import { prepare } from './prepare.mjs';
import { ordinaryUser, readableProject, runWindowed, workFolder } from './user.mjs';

export async function runInWindows(electron, line, { env = {}, output } = {}) {
  const user = ordinaryUser();
  const folder = await readableProject(user, 'tests');
  const [command, ...args] = line;
  return await runWindowed(command, args, {
    user,
    folder,
    env: {
      ...electronEnv(electron),
      SCL_APP_DIR: folder,
      ...(output ? { SCL_TEST_OUTPUT: output } : {}),
      ...env,
    },
    virtualDisplay: isLinux && process.env.SCL_REAL_DISPLAY !== '1',
  });
}

export const playwrightLine = (args) => ['playwright', 'test', ...args];

export const testOutput = () => workFolder(ordinaryUser());

export function tidyOutput(output, failed) {
  if (failed && existsSync(output) && readdirSync(output).length > 0)
    say(`traces and pictures: ${join(output)}`);
  else rmSync(output, { recursive: true, force: true });
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await runMain(async () => {
    const [mode, ...args] = process.argv.slice(2);
    if (mode !== 'playwright' && !(mode === 'exec' && args.length > 0)) {
      throw new SetupError('usage: as-user.mjs playwright [arguments] | exec COMMAND [arguments]');
    }
    const electron = await prepare('tests');
    await buildIfStale();
    const output = testOutput();
    const status = await runInWindows(electron, mode === 'exec' ? args : playwrightLine(args), { output });
    tidyOutput(output, status !== 0);
    return status;
  });
}
