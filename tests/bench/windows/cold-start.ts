// node tests/bench/windows/cold-start.ts DATA-DIR RUNS, as the ordinary user under a display (see ../subjects/start.ts).
// Prints the milliseconds from starting a process until its page is usable, the app and an empty page in turn, as JSON.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { layOpenBook } from './open-book.ts';

const [dataDir = '', runs = '5'] = process.argv.slice(2);
const executable = process.env.SCL_ELECTRON ?? '';
const appDir = process.env.SCL_APP_DIR ?? '';
const work = mkdtempSync(join(process.env.SCL_TEST_OUTPUT ?? tmpdir(), 'start-'));
const data = join(work, 'data');
layOpenBook(dataDir, data);

/** Starts an Electron and ends it again once a stage has been told. */
function start(
  folder: string,
  env: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): Promise<Record<string, number>> {
  return new Promise((resolve, reject) => {
    const stages: Record<string, number> = {};
    const began = performance.now();
    const child = spawn(executable, [folder, '--disable-gpu', ...args], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const timer = setTimeout(() => child.kill('SIGKILL'), 120_000);
    let text = '';
    child.stderr.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      for (const [, name = ''] of text.matchAll(/scl-trace \{"name":"([a-z-]+)"/g))
        stages[name] ??= performance.now() - began;
      if (stages.interactive !== undefined && child.exitCode === null) child.kill('SIGTERM');
    });
    child.once('error', reject);
    child.once('close', () => {
      clearTimeout(timer);
      if (stages.interactive === undefined) reject(new Error(`never usable:\n${text.slice(-2000)}`));
      else resolve(stages);
    });
  });
}

const startApp = () => start(appDir, { SCL_TRACE: '1', SCL_DATA_DIR: data, SCL_TODAY: '2025-12-31' });
const startEmpty = () =>
  start(join(import.meta.dirname, 'empty-app'), {}, [`--user-data-dir=${join(work, 'empty')}`]);

const app: Record<string, number>[] = [];
const empty: Record<string, number>[] = [];
await startApp();
await startEmpty();
for (let run = 0; run < Number(runs); run += 1) {
  app.push(await startApp());
  empty.push(await startEmpty());
}
rmSync(work, { recursive: true, force: true });
process.stdout.write(`bench-result ${JSON.stringify({ app, empty })}\n`);
