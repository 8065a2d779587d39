import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';

// Not a test: takes the pictures of the user guide. Start it with `npm run guide`.
export default defineConfig({
  testDir: import.meta.dirname,
  testMatch: '*.spec.ts',
  outputDir: join(process.env.SCL_TEST_OUTPUT ?? join(tmpdir(), 'so-chat-luong-guide'), 'results'),
  timeout: 300_000,
  expect: { timeout: 20_000 },
  workers: 1,
  retries: 0,
  reporter: 'list',
});
