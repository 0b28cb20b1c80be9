import { defineConfig } from 'vitest/config'

// Two projects: "snel" runs before every commit; "alles" adds the slow proofs (differential, kill -9, browser).
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'snel',
          include: ['src/**/*.test.{ts,tsx}', 'test/*.test.ts'],
          globalSetup: ['test/global-setup.ts'],
          setupFiles: ['test/setup.ts'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'traag',
          include: ['test/traag/**/*.test.ts', 'test/e2e/**/*.test.ts'],
          globalSetup: ['test/global-setup.ts'],
          setupFiles: ['test/setup.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
