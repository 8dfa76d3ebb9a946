import { setup } from '../e2e/prepare.ts';
import { workingCopy } from './inputs/project.ts';
import { judged, type Measurement, type Scale } from './measurement.ts';
import { inTurns, median } from './statistics.ts';
import { launchTime } from './window/launch-time.ts';
import { bareProgram, raterProgram } from './window/programs.ts';

/** How long it takes from starting the program with a large project to the first item, ready for keys. */
export async function run({ small, say }: Scale): Promise<Measurement[]> {
  const stop = await setup();
  try {
    await using copy = await workingCopy(small);
    say('launch: Touchstone with its project, in turns with a bare window');
    const own = raterProgram(copy.folder, copy.project);
    const bare = bareProgram(copy.folder);
    // The first start of each fills caches, as only the first start after an installation does.
    await launchTime(bare);
    await launchTime(own);
    const [bareTimes = [], ownTimes = []] = await inTurns(
      small ? 2 : 9,
      () => launchTime(bare),
      () => launchTime(own),
    );
    return [
      judged({
        name: 'launch to a usable Rate screen',
        value: median(ownTimes),
        unit: 'ms',
        floor: median(bareTimes),
        limit: { ratio: 1.6 },
        note: 'floor: a bare window, from its start to its first paint',
      }),
    ];
  } finally {
    stop?.();
  }
}
