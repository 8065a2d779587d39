// Called by electron-builder when a program is unpacked and before its fuses are set (electron-builder.yml).
import { copyFileSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of Electron's resources in what electron-builder put together. */
const resourcesOf = (appOutDir) => join(appOutDir, 'resources');

/**
 * Takes out what no program of ours needs, and stops where a native module is missing: a package built on another
 * system would lack it and fail only at the user's desk.
 */
export default async function afterPack({ appOutDir, electronPlatformName: platform, arch }) {
  const resources = resourcesOf(appOutDir);
  // The first belongs to the stand-in Electron; the second names a place on the network to update from.
  rmSync(join(resources, 'app'), { recursive: true, force: true });
  rmSync(join(resources, 'app-update.yml'), { force: true });

  const machine = `${platform}-${arch === 3 ? 'arm64' : 'x64'}`;
  const modules = join(resources, 'app.asar.unpacked', 'node_modules');
  const database = join(modules, 'better-sqlite3', 'prebuilds', `${machine}.node`);
  const token = join(modules, '@koromix', `koffi-${machine}`);
  for (const needed of [database, token])
    if (!existsSync(needed)) throw new Error(`missing in the package: ${needed}; build it on its own system`);
  for (const name of readdirSync(join(modules, '@koromix')))
    if (name !== `koffi-${machine}`) throw new Error(`does not belong into the package: ${name}`);

  // Only with the stand-in Electron (docs/toolchain.md), whose Node-API is older; such a build is for tests.
  const { SCL_NATIVE_BINDING } = process.env;
  if (SCL_NATIVE_BINDING) copyFileSync(SCL_NATIVE_BINDING, database);
}
