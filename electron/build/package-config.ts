import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Configuration } from 'electron-builder';

export interface PackageInput {
  /** Folder of the Electron distribution to build on, and its version. */
  distribution: string;
  electronVersion: string;
  /** SQLite binding to ship, where the prebuilt one would crash this Electron. */
  bindingPath?: string | undefined;
}

/** Added by set-up to a distribution of its own; a packaged program has its own code instead. */
const NOT_ELECTRON = ['resources/app', '.complete.json'];

const FILES = ['package.json', 'out/electron/**', 'out/renderer/**'];

/** better-sqlite3 without its sources and without the binaries of other platforms, or any if the program brings its own. */
const nativeFiles = (ownBinding: boolean): string[] => [
  '!node_modules/better-sqlite3/{deps,src,binding.gyp}',
  `!node_modules/better-sqlite3/prebuilds/${ownBinding ? '*' : `!(${process.platform}-${process.arch}).node`}`,
  '!node_modules/node-addon-api/**',
];

/**
 * What electron-builder is told. The fuses close every way to run other code in the program: as Node, through NODE_OPTIONS,
 * through the inspector, or from anything but the archive. Cookie encryption stays off: Touchstone keeps no cookies, and
 * it would ask for access to the user's keychain.
 */
export const packageConfig = (input: PackageInput): Configuration => ({
  appId: 'org.touchstone.app',
  productName: 'Touchstone',
  copyright: 'Copyright © The Touchstone authors',
  directories: { output: 'release', buildResources: 'resources/icons' },
  electronVersion: input.electronVersion,
  electronDist: input.distribution,
  npmRebuild: false,
  asar: true,
  asarUnpack: ['**/*.node'],
  files: [...FILES, ...nativeFiles(input.bindingPath !== undefined)],
  extraResources: [
    {
      from: 'resources',
      to: 'touchstone',
      filter: ['**/*', '!pictures/**', '!sample/make{,-sample.ts,/**}', '!**/README.md'],
    },
    { from: 'out/electron/licences.md', to: 'touchstone/licences/program.md' },
    { from: 'out/renderer/licences.md', to: 'touchstone/licences/page.md' },
    ...(input.bindingPath ? [{ from: input.bindingPath, to: 'native/better_sqlite3.node' }] : []),
  ],
  afterExtract: async ({ appOutDir }) => {
    for (const path of NOT_ELECTRON) await rm(join(appOutDir, path), { recursive: true, force: true });
  },
  electronFuses: {
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableCookieEncryption: false,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
    enableEmbeddedAsarIntegrityValidation: process.platform !== 'linux',
    resetAdHocDarwinSignature: process.platform === 'darwin',
  },
  fileAssociations: [
    {
      ext: 'touchstone',
      name: 'Touchstone project',
      description: 'Touchstone project',
      mimeType: 'application/vnd.touchstone',
      role: 'Editor',
    },
  ],
  linux: {
    icon: 'resources/icons',
    executableName: 'touchstone',
    category: 'Science',
    synopsis: 'Workbench for human judgement of language model answers',
    maintainer: 'The Touchstone authors <touchstone@example.org>',
  },
  mac: { icon: 'resources/icons/icon.png', category: 'public.app-category.productivity' },
  win: { icon: 'resources/icons/icon.png' },
  nsis: { oneClick: false, allowToChangeInstallationDirectory: true },
  extraMetadata: { homepage: 'https://example.org/touchstone' },
  publish: null,
});
