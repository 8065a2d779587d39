// npm start [-- --headless-shot FILE] [-- arguments of the app]
// Prepares, builds when something changed, and opens the app. With --headless-shot the app runs on a virtual
// display, leaves a picture of its first usable window in FILE, and ends.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { buildIfStale } from './build.mjs';
import { isLinux, projectRoot, runMain, SetupError, say } from './common.mjs';
import { electronEnv } from './electron.mjs';
import { hasDisplay, prepare } from './prepare.mjs';
import { ordinaryUser, readableProject, runWindowed, workFolder } from './user.mjs';

const shotSeconds = 180;
const flag = '--headless-shot';

function parse(args) {
  const rest = [];
  let shot;
  for (let i = 0; i < args.length; i += 1) {
    if (args[i] === flag) {
      i += 1;
      shot = args[i];
      if (!shot) throw new SetupError(`${flag} needs the name of the PNG file to write`);
    } else if (args[i].startsWith(`${flag}=`)) shot = args[i].slice(flag.length + 1);
    else rest.push(args[i]);
  }
  return { shot: shot && resolve(process.env.INIT_CWD ?? process.cwd(), shot), rest };
}

await runMain(async () => {
  const { shot, rest } = parse(process.argv.slice(2));
  if (!shot && !hasDisplay()) {
    throw new SetupError(
      [
        'there is no display to open a window on (DISPLAY is not set).',
        '  on a desktop, run `npm start` in a terminal of that desktop;',
        '  over SSH, connect with `ssh -X`;',
        `  for a picture without a display: npm start -- ${flag} window.png`,
        '  for the whole job without a window: npm run demo',
      ].join('\n'),
    );
  }
  const virtualDisplay = Boolean(shot) && isLinux;
  const electron = await prepare('window', { virtualDisplay });
  await buildIfStale();
  const noSandbox = process.env.SCL_EMERGENCY_NO_SANDBOX === '1';
  if (noSandbox) say('SCL_EMERGENCY_NO_SANDBOX=1: Chromium runs WITHOUT its sandbox');
  const user = noSandbox ? undefined : ordinaryUser();
  if (user) say(`running as the ordinary user "${user.name}"`);
  const folder = await readableProject(user, 'app');
  const work = workFolder(user);
  const picture = join(work, 'window.png');
  const flags = [...(noSandbox ? ['--no-sandbox'] : []), ...(virtualDisplay ? ['--disable-gpu'] : [])];
  const status = await runWindowed(
    electron.executable,
    [folder, ...flags, ...(shot ? [`${flag}=${picture}`] : []), ...rest],
    {
      user,
      folder: user ? folder : projectRoot,
      env: electronEnv(electron),
      virtualDisplay,
      seconds: shot ? shotSeconds : undefined,
    },
  );
  if (shot && existsSync(picture)) {
    mkdirSync(dirname(shot), { recursive: true });
    writeFileSync(shot, readFileSync(picture));
    say(`picture: ${shot}`);
  }
  const made = existsSync(picture);
  rmSync(work, { recursive: true, force: true });
  if (shot && !made) {
    say(
      status === 124
        ? `no picture after ${shotSeconds} seconds`
        : `the app ended (${status}) without a picture`,
    );
    return status || 1;
  }
  return status;
});
