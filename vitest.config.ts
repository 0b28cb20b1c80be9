import { defineConfig } from 'vitest/config'

// What walks through the whole program or all messages: long, but nothing in it depends on how fast the machine is.
const heelProgramma = [
  // these wait for a browser or the next code of an app more than they work
  'test/e2e/act.test.ts',
  'test/e2e/aanmelden.test.ts',
  'test/e2e/organisatie.test.ts',
  'test/e2e/reizen.test.ts',
  'test/traag/onzin.test.ts',
  'test/traag/inlezen-privacy-overal.test.ts',
  'test/traag/inlezen-privacy.test.ts',
  'test/traag/inlezen-proefregio.test.ts',
  'test/traag/opdrachtregel.test.ts',
  'test/traag/virusscanner.test.ts',
  'src/web/blijft-vlak.test.ts',
  'src/web/handelen-blijft-vlak.test.ts',
  'src/web/rolrondgang.test.ts',
  'src/domain/do/bericht/wissel-sleutels.test.ts',
  'test/kanarie.test.ts',
  'test/voorbeeld.test.ts',
  'test/zicht.test.ts',
  'test/inzage-bewaking.test.ts',
  'test/traag/bericht-proefregio.test.ts',
  'test/traag/bericht-verschil.test.ts',
  'test/traag/inlezen-volgorde.test.ts',
]

// "snel" runs before every commit; `npm test` adds "heel" and "traag", the proofs with processes that are killed.
export default defineConfig({
  test: {
    // one worker a core: by itself it leaves one free, and of two that is half
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'snel',
          // loading the program anew for each of 260 files would take longer than their tests
          isolate: false,
          include: ['src/**/*.test.{ts,tsx}', 'test/*.test.ts'],
          exclude: heelProgramma,
          globalSetup: ['test/global-setup.ts'],
          setupFiles: ['test/setup.ts'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        oxc: { jsx: { development: false } },
        test: {
          name: 'heel',
          // thousands of pages: with the React of production, as the program has it; "snel" hears what React warns about
          env: { NODE_ENV: 'production' },
          include: heelProgramma,
          globalSetup: ['test/global-setup.ts'],
          setupFiles: ['test/setup.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: 'traag',
          include: ['test/traag/**/*.test.ts', 'test/e2e/**/*.test.ts'],
          exclude: heelProgramma,
          globalSetup: ['test/global-setup.ts'],
          setupFiles: ['test/setup.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
})
