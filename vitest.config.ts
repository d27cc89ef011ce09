import { defineConfig } from 'vitest/config';

/** Tests that ask other programs (Helm, pre-commit, types of the package), or read the corpus that lies beside the project. */
const LIVE = 'test/**/*.live.test.ts';

export default defineConfig({
  test: {
    projects: [
      { extends: true, test: { name: 'suite', include: ['test/**/*.test.ts'], exclude: [LIVE] } },
      { extends: true, test: { name: 'live', include: [LIVE] } },
    ],
    setupFiles: ['test/setup.ts'],
    // Every core runs tests: left to itself, vitest keeps one for its own process, which has little to do.
    maxWorkers: '100%',
    // Modules hold no state that a test could change, so that all files of a worker load them once.
    isolate: false,
    // Tests that start programs (helm, a browser, the bundle) need more than the default five seconds.
    testTimeout: 60_000,
  },
});
