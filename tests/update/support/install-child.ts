import * as fs from 'node:fs';
import { checkPackage, install } from '#electron/application/update/update.ts';
import { VersionsFolder } from '#electron/application/update/versions-folder.ts';

// Installs the package of its arguments (package, versions folder, public key) as the program would; killed by a test.

const [file = '', folder = '', key = ''] = process.argv.slice(2);
const program = {
  version: '0.1.0',
  platform: 'linux',
  arch: 'x64',
  kind: 'folder' as const,
  later: false,
  keys: [key],
  versions: new VersionsFolder(folder, fs),
  files: fs,
};
await install(program, await checkPackage(program, file));
