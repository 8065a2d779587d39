import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, test as base, type ElectronApplication, expect, type Page } from '@playwright/test';
// For the type of `window.scl`.
import type {} from '#renderer/app/bridge.ts';
import { startDisplay } from './own-display.ts';

/** The app under test: its own data folder, a day of its own, the native dialogs answered. */
export interface RunningApp {
  readonly electron: ElectronApplication;
  readonly page: Page;
  readonly dataDir: string;
  /** The next dialogs "open" answer these files. */
  chooseFiles(...paths: string[]): Promise<void>;
  /** The next dialogs "save" answer this file. */
  chooseTarget(path: string): Promise<void>;
  /** The next questions of the main process are answered by this button, counted from 0; says how often it was asked. */
  answerQuestions(response: number): Promise<() => Promise<number>>;
  /** The next dialogs are dismissed. */
  dismissDialogs(): Promise<void>;
  close(): Promise<void>;
}

export interface LaunchOptions {
  /** An existing data folder; a new, empty one when absent. */
  readonly dataDir?: string;
  /** The day the app takes for today, YYYY-MM-DD. */
  readonly today?: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** How long the start may take, ms; Playwright's own measure when absent. */
  readonly patience?: number;
}

/** The folder of the app to start. */
export const appDir = process.env.SCL_APP_DIR ?? resolve(import.meta.dirname, '../../..');
const waitForDriver = resolve(import.meta.dirname, 'wait-for-driver.cjs');
export const samples = resolve(import.meta.dirname, '../../fixtures/samples');

/** A folder that goes with the test run. */
export function temporaryFolder(): string {
  return mkdtempSync(join(process.env.SCL_TEST_OUTPUT ?? tmpdir(), 'scl-'));
}

/** Starts the app in Chromium's real sandbox. */
export async function launch({
  dataDir = temporaryFolder(),
  today = '2024-03-20',
  args = [],
  env = {},
  patience,
}: LaunchOptions = {}): Promise<RunningApp> {
  const executablePath = process.env.SCL_ELECTRON;
  if (executablePath === undefined) throw new Error('SCL_ELECTRON is not set: run `npm run e2e`');
  const electron = await _electron.launch({
    executablePath,
    args: ['-r', waitForDriver, appDir, ...args],
    chromiumSandbox: true,
    env: { ...definedEnvironment(), SCL_DATA_DIR: dataDir, SCL_TODAY: today, ...env },
    ...(patience === undefined ? {} : { timeout: patience }),
  });
  const page = await electron.firstWindow(patience === undefined ? {} : { timeout: patience });
  return {
    electron,
    page,
    dataDir,
    chooseFiles: (...paths) =>
      electron.evaluate(({ dialog }, filePaths) => {
        dialog.showOpenDialog = (() =>
          Promise.resolve({ canceled: false, filePaths })) as typeof dialog.showOpenDialog;
      }, paths),
    chooseTarget: (path) =>
      electron.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = (() =>
          Promise.resolve({ canceled: false, filePath })) as typeof dialog.showSaveDialog;
      }, path),
    answerQuestions: async (response) => {
      await electron.evaluate(({ dialog }, button) => {
        const seen = globalThis as unknown as { questions: number };
        seen.questions = 0;
        dialog.showMessageBox = (() => {
          seen.questions += 1;
          return Promise.resolve({ response: button, checkboxChecked: false });
        }) as never;
      }, response);
      return () => electron.evaluate(() => (globalThis as unknown as { questions: number }).questions);
    },
    dismissDialogs: () =>
      electron.evaluate(({ dialog }) => {
        dialog.showOpenDialog = (() =>
          Promise.resolve({ canceled: true, filePaths: [] })) as typeof dialog.showOpenDialog;
        dialog.showSaveDialog = (() =>
          Promise.resolve({ canceled: true, filePath: '' })) as typeof dialog.showSaveDialog;
      }),
    close: () => electron.close(),
  };
}

function definedEnvironment(): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env)) if (value !== undefined) found[name] = value;
  return found;
}

/**
 * `app`: one app per test, with `start` of the file or test; its folder is removed afterwards. `display`: the first
 * of the tests' processes uses the display they were started on, every other one gets its own.
 */
export const test = base.extend<{ start: LaunchOptions; app: RunningApp }, { display: string | undefined }>({
  display: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern.
    async ({}, use, { parallelIndex }) => {
      if (parallelIndex === 0 || process.platform !== 'linux' || process.env.SCL_REAL_DISPLAY === '1') {
        await use(process.env.DISPLAY);
        return;
      }
      const display = await startDisplay(temporaryFolder());
      Object.assign(process.env, display.env);
      await use(display.env.DISPLAY);
      display.stop();
    },
    { scope: 'worker', auto: true },
  ],
  start: [{}, { option: true }],
  app: async ({ start }, use) => {
    const app = await launch(start);
    await use(app);
    await app.close();
    if (start.dataDir === undefined) rmSync(app.dataDir, { recursive: true, force: true });
  },
});

export { expect };
