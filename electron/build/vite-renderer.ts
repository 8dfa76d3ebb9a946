import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import type { InlineConfig } from 'vite';

/** The page: `renderer/index.html` to `out/renderer`, for the oldest Chromium that Touchstone runs on. */
export const rendererConfig = (root: string, outDir: string): InlineConfig => ({
  configFile: false,
  root: join(root, 'renderer'),
  base: './',
  plugins: [react()],
  logLevel: 'warn',
  build: {
    outDir: join(outDir, 'renderer'),
    emptyOutDir: true,
    target: 'chrome130',
    // The content policy allows no data: fonts and no inline scripts, so everything is a file.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    license: { fileName: 'licences.md' },
    chunkSizeWarningLimit: 2000,
  },
});
