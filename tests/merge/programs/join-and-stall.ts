// Joins the sources named after the first argument into the folder that it names, and stalls when all is written and
// nothing is committed, having said so. For a test that kills it.
import { resolve } from 'node:path';
import { createBackend } from '#electron/application/backend.ts';
import { parseInput } from '#electron/application/parse-call.ts';
import { TEST_PASSPHRASE } from '../../support/passphrase.ts';

const [dataDir = '', ...sources] = process.argv.slice(2);
const backend = createBackend({
  dataDir,
  resourcesDir: resolve(import.meta.dirname, '../../../resources'),
  version: '0.0.0',
  environment: { SCL_TODAY: '2025-07-10' },
  notify: (notice) => {
    if (notice.kind !== 'progress' || notice.phase !== 'saving' || notice.done !== notice.total) return;
    process.stdout.write('under way\n');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  },
});
await backend.signIn('thu', TEST_PASSPHRASE);
for (const source of sources)
  await backend.call('merge.open', {
    file: backend.files.register(source),
    by: { kind: 'passphrase', login: 'thu', passphrase: TEST_PASSPHRASE },
    task: 'open',
  });
await backend.call('merge.join', parseInput('merge.join', { request: {}, decision: 'NQ', task: 'join' }));
