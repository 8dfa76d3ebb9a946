import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { displays } from './displays.ts';

/** Tests in a real window: as many files at a time as there are screens, since windows on one take the focus from each other. */
export default defineConfig({
  test: {
    root: join(import.meta.dirname, '..', '..'),
    include: ['test/e2e/**/*.e2e.ts'],
    setupFiles: [join(import.meta.dirname, 'own-display.ts')],
    globalSetup: [join(import.meta.dirname, 'prepare.ts')],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 30_000 } },
    pool: 'forks',
    fileParallelism: displays.length > 1,
    maxWorkers: Math.max(1, displays.length),
  },
});
