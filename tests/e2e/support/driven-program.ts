import { copyFileSync, cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { appDir } from './app.ts';

/**
 * A program as it is unpacked on a stick, except that a test can drive its window: Electron's fuses are as they come, and
 * the switches of the test are taken out before the program, which refuses them, looks. Everything else is what ships.
 */
export function assembleProgram(folder: string, version: string, updateKey: string): string {
  cpSync(dirname(process.env.SCL_ELECTRON ?? ''), folder, { recursive: true });
  renameSync(join(folder, 'electron'), join(folder, 'so-chat-luong'));
  const app = join(folder, 'resources', 'app');
  rmSync(app, { recursive: true, force: true });
  mkdirSync(app, { recursive: true });
  for (const part of ['out', 'resources']) cpSync(join(appDir, part), join(app, part), { recursive: true });
  for (const name of ['better-sqlite3', 'koffi'])
    cpSync(join(appDir, 'node_modules', name), join(app, 'node_modules', name), {
      recursive: true,
      dereference: true,
    });
  const binding = process.env.SCL_NATIVE_BINDING;
  if (binding) copyFileSync(binding, join(app, 'node_modules/better-sqlite3/prebuilds/linux-x64.node'));
  const own = JSON.parse(readFileSync(join(appDir, 'package.json'), 'utf8')) as object;
  writeFileSync(
    join(app, 'package.json'),
    JSON.stringify({ ...own, version, updateKeys: [updateKey], main: 'driven.cjs', type: undefined }),
  );
  writeFileSync(
    join(app, 'driven.cjs'),
    "process.argv = process.argv.filter((a) => !/^--(inspect|remote-debugging-port)/.test(a));\nrequire('./out/main/index.cjs');\n",
  );
  return folder;
}
