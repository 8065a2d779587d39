// npm test: everything that must hold, from lint to windows. The last line is the sum, such as
// "412 passed, 0 failed, 3 skipped"; a check that is not a test (lint, types, layers, build) counts as one
// failure when it fails.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { playwrightLine, runInWindows, testOutput, tidyOutput } from './as-user.mjs';
import { buildIfStale } from './build.mjs';
import { nodeModules, projectEnv, run, runMain, say } from './common.mjs';
import { prepare } from './prepare.mjs';
import { workFolder } from './user.mjs';

const script = (name) => run('npm', ['run', '-s', name]);

const sum = { passed: 0, failed: 0, skipped: 0 };

async function timed(name, work) {
  say(`${name} …`);
  const start = performance.now();
  const ok = await work();
  say(`${name}: ${ok ? 'ok' : 'FAILED'} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
  return ok;
}

async function check(name, work) {
  const ok = await timed(name, async () => {
    try {
      return (await work()) === 0;
    } catch (error) {
      say(error.message);
      return false;
    }
  });
  if (!ok) sum.failed += 1;
  return ok;
}

/** Adds a runner's own counts; a runner that failed without a failed test (or left no report) is one failure. */
function add(status, readCounts) {
  let counts;
  try {
    counts = readCounts();
  } catch {
    counts = { passed: 0, failed: 0, skipped: 0 };
  }
  if (status !== 0 && counts.failed === 0) counts.failed = 1;
  for (const key of Object.keys(sum)) sum[key] += counts[key];
  return counts.failed === 0;
}

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

function vitestCounts(file) {
  const report = readJson(file);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
  };
}

function playwrightCounts(file) {
  const { stats, errors } = readJson(file);
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + (errors?.length ?? 0),
    skipped: stats.skipped,
  };
}

await runMain(async () => {
  const start = performance.now();
  const electron = await prepare('tests');
  const folder = workFolder();
  await check('lint', () => script('lint'));
  await check('types', () => script('typecheck'));
  await check('layers', () => script('layers'));
  await timed('unit, persistence, contract and report tests', async () => {
    const file = join(folder, 'vitest.json');
    const line = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    // The command line is started some hundred times: what Node made of its sources is kept from one to the next.
    const env = { ...projectEnv(), NODE_COMPILE_CACHE: join(nodeModules, '.cache', 'node-compile') };
    const status = await run('vitest', line, { env });
    return add(status, () => vitestCounts(file));
  });
  const built = await check('build', async () => {
    await buildIfStale();
    return 0;
  });
  if (built) {
    const output = testOutput();
    const ok = await timed('windows', async () => {
      const file = join(output, 'playwright.json');
      const line = playwrightLine(['--pass-with-no-tests', '--reporter=list,json']);
      const status = await runInWindows(electron, line, {
        output,
        env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file },
      });
      return add(status, () => playwrightCounts(file));
    });
    tidyOutput(output, !ok);
  }
  rmSync(folder, { recursive: true, force: true });
  say(`all done in ${((performance.now() - start) / 60_000).toFixed(1)} min`);
  // The sum must be the last line whatever is still in standard error's pipe.
  await new Promise((done) =>
    process.stdout.write(`${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped\n`, done),
  );
  return sum.failed === 0 && sum.passed > 0 ? 0 : 1;
});
