import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { conditions: ['source'] },
  // Only `source`: adding `import` or `default` here makes Node load pg twice, in two module formats.
  ssr: { resolve: { conditions: ['source'] } },
  // Where vitest runs the global setup: it migrates, and migrations use libraries.
  environments: { __vitest__: { resolve: { conditions: ['source', 'node'] } } },
  test: {
    // Stories mostly wait for processes and for Postgres: leave no core idle.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'specs',
          include: ['{apps,libs,sdk}/**/*.spec.ts'],
          // Ends what hangs; no spec measures time.
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'stories',
          include: ['{apps,libs,sdk}/**/*.e2e-spec.ts'],
          globalSetup: ['libs/database/testing/test-server.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
