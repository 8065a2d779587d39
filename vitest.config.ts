import { defineConfig } from 'vitest/config';

// Everything but tests/e2e (Playwright) and tests/bench (plain programs) runs here.
export default defineConfig({
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/e2e/**', 'tests/bench/**', 'node_modules/**', 'out/**'],
    environment: 'node',
    pool: 'forks',
    // Every core: left to itself Vitest keeps one free, half of a machine with two.
    maxWorkers: '100%',
    testTimeout: 30_000,
    hookTimeout: 60_000,
    passWithNoTests: true,
    restoreMocks: true,
  },
});
