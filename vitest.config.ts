import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Tests that start programs (helm, a browser, the bundle) need more than the default five seconds.
    testTimeout: 60_000,
  },
});
