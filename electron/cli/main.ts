import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { launchUnderNode } from '#electron/token/node-launcher.ts';
import { runCommandLine } from './run.ts';

// The command line under plain Node: `npm run -s cli -- COMMAND`. The installed app enters by electron/main.

const root = fileURLToPath(new URL('../../', import.meta.url));
const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { version: string };

// Set, not exited: what is still in the pipes of the two streams must get out.
process.exitCode = await runCommandLine(process.argv.slice(2), {
  resourcesDir: `${root}resources`,
  version,
  environment: process.env,
  program: 'npm run -s cli --',
  launchToken: launchUnderNode,
  stdout: process.stdout,
  stderr: process.stderr,
});
