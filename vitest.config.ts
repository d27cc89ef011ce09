import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/setup.ts'],
    // Every core runs tests: left to itself, vitest keeps one for its own process, which has little to do.
    maxWorkers: '100%',
    // Modules hold no state that a test could change, so that all files of a worker load them once.
    isolate: false,
    // Tests that start programs (helm, a browser, the bundle) need more than the default five seconds.
    testTimeout: 60_000,
  },
});
