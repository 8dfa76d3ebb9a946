import { availableParallelism, cpus, loadavg, platform, release, totalmem } from 'node:os';

/** What the figures were measured on. */
export const machineFacts = () => ({
  machine: {
    cores: availableParallelism(),
    processor: cpus()[0]?.model ?? 'unknown',
    memory_gb: Math.round(totalmem() / 2 ** 30),
    load_average: loadavg().map((load) => Number(load.toFixed(2))),
    system: `${platform()} ${release()}`,
    node: process.versions.node,
  },
});
