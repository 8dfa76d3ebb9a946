import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** Tests in a real window: one after the other, since they share the screen and its focus. */
export default defineConfig({
  test: {
    root: join(import.meta.dirname, '..', '..'),
    include: ['test/e2e/**/*.e2e.ts'],
    globalSetup: [join(import.meta.dirname, 'prepare.ts')],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 30_000 } },
    pool: 'forks',
    fileParallelism: false,
    maxWorkers: 1,
  },
});
