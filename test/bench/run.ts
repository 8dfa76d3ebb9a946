import { parseArgs } from 'node:util';
import { machineFacts } from './machine.ts';
import type { Bench } from './measurement.ts';

/** Each measured on its own; the order is that of the output. */
const BENCHES: Record<string, () => Promise<{ run: Bench }>> = {
  import: () => import('./import.bench.ts'),
  durable: () => import('./durable.bench.ts'),
  rating: () => import('./rating.bench.ts'),
  shift: () => import('./shift.bench.ts'),
  launch: () => import('./launch.bench.ts'),
  browse: () => import('./browse.bench.ts'),
  agreement: () => import('./agreement.bench.ts'),
  merge: () => import('./merge.bench.ts'),
};

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    small: { type: 'boolean', default: false },
    strict: { type: 'boolean', default: false },
  },
});

const say = (text: string): void => void process.stderr.write(`${text}\n`);
const print = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`);

const unknown = positionals.filter((name) => !Object.hasOwn(BENCHES, name));
if (unknown.length > 0) {
  say(`There is no bench ${unknown.join(', ')}; there are: ${Object.keys(BENCHES).join(', ')}.`);
  process.exit(2);
}

const chosen = positionals.length > 0 ? positionals : Object.keys(BENCHES);
let missed = 0;
let failed = 0;
print({ ...machineFacts(), scale: flags.small ? 'small' : 'full' });
for (const name of chosen) {
  try {
    const bench = await BENCHES[name]?.();
    for (const line of (await bench?.run({ small: flags.small, say })) ?? []) {
      if (!line.ok) missed += 1;
      print(line);
    }
  } catch (error) {
    failed += 1;
    say(
      `${name} could not be measured: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
  }
}
if (missed > 0) say(`${missed} above their limits.`);
process.exitCode = failed > 0 || (flags.strict && missed > 0) ? 1 : 0;
