import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { TEST_PASSPHRASE } from '../support/passphrase.ts';
import { appDir, expect, samples, temporaryFolder, test } from './support/app.ts';

// The app's own executable with a command: the same command line as under Node, with and without a display.

function run(args: readonly string[], display: boolean) {
  const { DISPLAY, WAYLAND_DISPLAY: _w, ...rest } = process.env;
  const env = {
    ...rest,
    ...(display && DISPLAY !== undefined ? { DISPLAY } : {}),
    SCL_PASSPHRASE: TEST_PASSPHRASE,
  };
  const { status, stdout } = spawnSync(process.env.SCL_ELECTRON ?? '', [appDir, ...args], {
    env,
    encoding: 'utf8',
    timeout: 60_000,
    maxBuffer: 64 * 1024 * 1024,
  });
  return { status, stdout };
}

for (const display of [true, false]) {
  test(`commands run ${display ? 'with' : 'without'} a display`, () => {
    const data = join(temporaryFolder(), 'data');
    expect(run(['init', '--data', data, '--profile', join(samples, 'profile.json')], display).status).toBe(0);
    const imported = run(
      ['import', '--data', data, join(samples, 'phuoc-an-2024-q1.xlsx'), '--json'],
      display,
    );
    expect(imported.status).toBe(0);
    expect(JSON.parse(imported.stdout)).toMatchObject({ read: 520, added: 520, bad: 0 });
    const explained = run(
      ['explain', '--data', data, '--period', '2024-Q1', '--objective', '2.3', '--json'],
      display,
    );
    expect(JSON.parse(explained.stdout).counted).toHaveLength(146);
    expect(run(['evaluate', '--data', data, '--period', '2024-Q9'], display).status).toBe(64);
    expect(run(['check', '--data', join(data, 'none')], display).status).toBe(66);
  });
}
