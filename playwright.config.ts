import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';

// Start it with `npm run e2e`, which prepares Electron, a display and an ordinary user (docs/toolchain.md).
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: join(process.env.SCL_TEST_OUTPUT ?? join(tmpdir(), 'so-chat-luong-e2e'), 'results'),
  timeout: 240_000,
  expect: { timeout: 20_000 },
  // Each on a display of its own (support/own-display.ts); a started program mostly waits.
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  use: { trace: process.env.SCL_TRACE === '1' ? 'retain-on-failure' : 'off', screenshot: 'only-on-failure' },
});
