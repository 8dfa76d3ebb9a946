import { join } from 'node:path';
import type { InlineConfig } from 'vite';

/** Left for the runtime to find: Electron itself, and the one package with native code. */
const EXTERNAL = ['electron', 'better-sqlite3'];
const NODE = 'node20.18';

const common = (root: string): InlineConfig => ({
  configFile: false,
  root,
  publicDir: false,
  logLevel: 'warn',
  ssr: { noExternal: true, external: EXTERNAL, target: 'node' },
});

/**
 * The main process and the engine, as ES modules. All lie in one folder, so that a path relative to `import.meta.url`
 * stays true whichever file the code of a module ends up in.
 */
export const mainConfig = (root: string, outDir: string): InlineConfig => ({
  ...common(root),
  build: {
    ssr: true,
    outDir: join(outDir, 'electron'),
    emptyOutDir: true,
    target: NODE,
    minify: false,
    license: { fileName: 'licences.md' },
    rolldownOptions: {
      input: {
        main: join(root, 'electron', 'main.ts'),
        engine: join(root, 'electron', 'engine', 'entry.ts'),
        reader: join(root, 'electron', 'engine', 'reader.ts'),
      },
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});

/** The preload script: a sandboxed page's preload must be one CommonJS file. */
export const preloadConfig = (root: string, outDir: string): InlineConfig => ({
  ...common(root),
  build: {
    ssr: true,
    outDir: join(outDir, 'electron'),
    emptyOutDir: false,
    target: NODE,
    minify: false,
    rolldownOptions: {
      input: { preload: join(root, 'electron', 'preload.ts') },
      output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
    },
  },
});
