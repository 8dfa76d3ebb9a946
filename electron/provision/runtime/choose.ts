import type { Log } from '../log.ts';
import { SetupFault } from '../setup-fault.ts';

export interface Runtime {
  /** Absolute path of the unpacked Electron distribution. */
  folder: string;
  /** Absolute path of the Electron program. */
  executable: string;
  /** Electron's version, such as `45.4.1`. */
  version: string;
}

/** `reason` is empty where the source was not asked for and nothing need be said. */
export type Offer = { ok: true; runtime: Runtime } | { ok: false; reason: string };

/** A place a runtime can come from. `offer` may download; it answers, and throws only where going on would be wrong. */
export interface RuntimeSource {
  name: string;
  offer(): Promise<Offer>;
}

export const decline = (reason: string): Offer => ({ ok: false, reason });

/** Takes the first runtime offered and says which and why. */
export async function chooseRuntime(sources: RuntimeSource[], log: Log): Promise<Runtime> {
  const passed: string[] = [];
  for (const source of sources) {
    const offer = await source.offer();
    if (offer.ok) {
      const why = passed.length > 0 ? ` (${passed.join('; ')})` : '';
      log.say(`Electron ${offer.runtime.version}: ${source.name}${why}.`);
      return offer.runtime;
    }
    if (offer.reason) passed.push(offer.reason);
  }
  throw new SetupFault(
    'NO_RUNTIME',
    `There is no Electron to run: ${passed.join('; ')}.`,
    'Connect to the internet once and try again, or unpack an Electron yourself and name its folder in ELECTRON_OVERRIDE_DIST_PATH.',
  );
}
