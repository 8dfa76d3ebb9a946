import { ENGINE_ENV } from '../../electron/engine/protocol.ts';

/** Another settings folder, as on another machine, until the scope ends. Threads started meanwhile know of it. */
export function useSettings(folder: string): Disposable {
  const before = process.env[ENGINE_ENV.userData];
  process.env[ENGINE_ENV.userData] = folder;
  return {
    [Symbol.dispose]: () => {
      if (before === undefined) delete process.env[ENGINE_ENV.userData];
      else process.env[ENGINE_ENV.userData] = before;
    },
  };
}
