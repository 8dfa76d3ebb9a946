import { existsSync, readFileSync } from 'node:fs';

/** Most memory this process has held so far, MB. Elsewhere than on Linux the figure may count the parent's share before the start. */
export function peakMemory(): number {
  const status = '/proc/self/status';
  const kilobytes = existsSync(status)
    ? Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(status, 'utf8'))?.[1])
    : process.resourceUsage().maxRSS;
  return kilobytes / 1024;
}
