import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll } from 'vitest';
import type { z } from 'zod';
import { runCommandLine } from '#electron/cli/run.ts';
import { launchUnderNode } from '#electron/token/node-launcher.ts';
import { answers } from '#shared/cli/answers.ts';
import { TEST_PASSPHRASE } from '../../support/secrets.ts';

export const root = resolve(import.meta.dirname, '../../..');
export const samples = join(root, 'tests/fixtures/samples');

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };

export interface CliResult {
  readonly exit: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** What the command line sees of the world: as much as it finds on any PC, and what the test adds. */
function environmentOf(env: Readonly<Record<string, string>>): Record<string, string | undefined> {
  const { SCL_PASSPHRASE: _p, SCL_KEY_PASSPHRASE: _k, SCL_DATA_DIR: _d, ...inherited } = process.env;
  return { ...inherited, SCL_TODAY: '2024-09-20', SCL_PASSPHRASE: TEST_PASSPHRASE, ...env };
}

/**
 * Runs the command line with given arguments and streams. In this process: a start of its own costs more than most
 * commands (`runProgram` has one).
 */
export async function runCli(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<CliResult> {
  let [stdout, stderr] = ['', ''];
  const exit = await runCommandLine(args, {
    resourcesDir: join(root, 'resources'),
    version,
    environment: environmentOf(env),
    program: 'npm run -s cli --',
    launchToken: launchUnderNode,
    stdout: { write: (text) => (stdout += text) },
    stderr: { write: (text) => (stderr += text) },
  });
  return { exit, stdout, stderr };
}

/** Runs the command line in a process of its own, as a user would. */
export function runProgram(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<CliResult> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [join(root, 'electron/cli/main.ts'), ...args], {
      cwd: tmpdir(),
      env: environmentOf(env),
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', failed);
    child.on('close', (exit) => done({ exit, stdout, stderr }));
  });
}

type Answers = typeof answers;
export type Answer<N extends keyof Answers> = z.output<Answers[N]>;

/** Runs a command with `--json`; the whole of standard output is one document of the command's schema. */
export async function runJson<N extends keyof Answers>(
  args: readonly [N, ...string[]],
  env: Readonly<Record<string, string>> = {},
): Promise<{ exit: number | null; json: Answer<N> }> {
  const { exit, stdout } = await runCli([...args, '--json'], env);
  return { exit, json: answers[args[0]].parse(JSON.parse(stdout)) as Answer<N> };
}

/** The same for a command that fails: exit code and fault; the words are on standard error. */
export async function runFault(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Answer<'error'>['error'] & { exit: number | null }> {
  const { exit, stdout, stderr } = await runCli([...args, '--json'], env);
  const { error } = answers.error.parse(JSON.parse(stdout));
  if (!stderr.includes(error.message)) throw new Error(`standard error does not say so: ${stderr}`);
  return { exit, ...error };
}

const folders: string[] = [];

/** A folder that goes when the test file is done. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'scl-cli-'));
  folders.push(folder);
  return folder;
}

afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** An initialised data folder. */
export async function initialised(env: Readonly<Record<string, string>> = {}): Promise<string> {
  const data = join(newFolder(), 'data');
  const { exit, stderr } = await runCli(
    ['init', '--data', data, '--profile', join(samples, 'profile.json')],
    env,
  );
  if (exit !== 0) throw new Error(stderr);
  return data;
}

/** A copy of a data folder nobody has open. */
export function copyOf(data: string): string {
  const copy = join(newFolder(), 'data');
  cpSync(data, copy, { recursive: true });
  return copy;
}
