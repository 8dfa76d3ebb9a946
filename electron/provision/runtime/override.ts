import { resolve } from 'node:path';
import { decline, type RuntimeSource } from './choose.ts';
import { executableIn, versionIn } from './distribution.ts';

/** The folder the user names in ELECTRON_OVERRIDE_DIST_PATH. */
export function overrideSource(env: NodeJS.ProcessEnv): RuntimeSource {
  return {
    name: 'from ELECTRON_OVERRIDE_DIST_PATH',
    async offer() {
      const named = env.ELECTRON_OVERRIDE_DIST_PATH;
      if (!named) return decline('');
      const folder = resolve(named);
      const version = await versionIn(folder);
      if (!version)
        return decline(`ELECTRON_OVERRIDE_DIST_PATH (${folder}) holds no Electron with a version file`);
      return { ok: true, runtime: { folder, executable: executableIn(folder), version } };
    },
  };
}
