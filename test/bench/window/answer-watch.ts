import type { ElectronApplication } from 'playwright';
import { CHANNELS } from '../../../electron/channels.ts';

/**
 * Notes when the engine's answer to each submit reaches the main process, which is when it is on disk. Gives a function that tells
 * the moments so far, milliseconds since 1970, in the order of the submits.
 */
export async function watchSubmits(app: ElectronApplication): Promise<() => Promise<number[]>> {
  await app.evaluate(({ ipcMain }, channel) => {
    const handlers: unknown = Reflect.get(ipcMain, '_invokeHandlers');
    const answer: unknown = handlers instanceof Map ? handlers.get(channel) : undefined;
    if (!(handlers instanceof Map) || typeof answer !== 'function')
      throw new Error('this Electron keeps its handlers elsewhere');
    const moments: number[] = [];
    Reflect.set(globalThis, 'submitMoments', moments);
    handlers.set(channel, async (...args: unknown[]) => {
      const [, name, input] = args;
      const result: unknown = await Reflect.apply(answer, undefined, args);
      if (name === 'rating.record' && JSON.stringify(input).includes('"kind":"submit"'))
        moments.push(performance.timeOrigin + performance.now());
      return result;
    });
  }, CHANNELS.call);
  return () => app.evaluate(() => Reflect.get(globalThis, 'submitMoments'));
}
