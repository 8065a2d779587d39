import { spawnSync } from 'node:child_process';
import { app } from 'electron';

const SWITCH = 'ozone-platform';

/**
 * On a Linux server without a display Chromium would end the program while a command still runs, and the switch that
 * prevents it counts only on the command line itself. So the program calls itself with it; the exit code of that call,
 * or null where it is not needed.
 */
export function runWithoutDisplay(): number | null {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (process.platform !== 'linux' || DISPLAY || WAYLAND_DISPLAY || app.commandLine.hasSwitch(SWITCH))
    return null;
  const { status } = spawnSync(process.execPath, [`--${SWITCH}=headless`, ...process.argv.slice(1)], {
    stdio: 'inherit',
  });
  return status ?? 70;
}
