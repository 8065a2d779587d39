// npm run demo [-- --out DIR]: prepares Node and runs the whole job on the sample commune, without a window.
import { projectNode, run, runMain } from './common.mjs';
import { prepare } from './prepare.mjs';

await runMain(async () => {
  await prepare('node');
  return await run(projectNode, ['electron/cli/main.ts', 'demo', ...process.argv.slice(2)]);
});
