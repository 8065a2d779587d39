// Signs in to the folder of an older version (first argument) and is killed at the change of the disk whose number is
// the second argument. For a test that looks at what is left.
import { createBackend } from '#electron/application/backend.ts';
import { CHEAP } from '../../support/secrets.ts';
import { cutOffAt } from '../support/cut-off.ts';
import { OLD_PASSPHRASE } from '../support/older-folder.ts';

const [dataDir = '', at = '0'] = process.argv.slice(2);
const log = { fault: () => '', note: () => {} };
const backend = createBackend({ dataDir, resourcesDir: '', version: '0.0.0', costs: CHEAP, log });
await backend.open();
cutOffAt(Number(at), () => {
  process.kill(process.pid, 'SIGKILL');
  throw new Error('not killed');
});
await backend.signIn('thu', OLD_PASSPHRASE);
await backend.close();
process.stdout.write('whole\n');
