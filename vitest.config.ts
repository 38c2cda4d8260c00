import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: 'tests/global-setup.ts',
    // One worker a core: most tests wait for a command in a process of its own.
    maxWorkers: '100%',
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
});
