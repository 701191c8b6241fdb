import { defineConfig } from 'vitest/config';

const database = ['db/src/testing/global-setup.ts'];

export default defineConfig({
  test: {
    // Two cores are the plan: each worker has a server, the database and perhaps a browser beside it.
    maxWorkers: 2,
    passWithNoTests: true,
    projects: [
      {
        test: {
          name: 'packages',
          include: ['packages/**/*.test.{ts,mjs}'],
          exclude: ['**/node_modules/**', 'packages/launch/**'],
        },
      },
      {
        test: {
          name: 'server',
          include: ['db/src/**/*.test.ts', 'server/src/**/*.test.ts'],
          exclude: ['db/src/embedded*/**'],
          globalSetup: database,
          // A whole network is told and brought in by some of them, on whatever machine.
          testTimeout: 20_000,
        },
      },
      { test: { name: 'web', include: ['web/src/**/*.test.{ts,tsx}'] } },
      {
        test: {
          name: 'start',
          include: ['packages/launch/**/*.test.{ts,mjs}', 'db/src/embedded*/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['web/e2e/**/*.test.ts'],
          globalSetup: ['web/e2e/support/product.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // As patient as what waits for a page; what must happen within a second says so itself.
          expect: { poll: { timeout: 10_000 } },
        },
      },
    ],
  },
});
