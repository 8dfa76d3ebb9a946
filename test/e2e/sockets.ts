import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

const childrenOf = (pid: number, all: ReadonlyMap<number, number>): number[] =>
  [...all].filter(([, parent]) => parent === pid).flatMap(([child]) => [child, ...childrenOf(child, all)]);

/** A process may end while it is looked at; then there is nothing to see. */
function look<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch {
    return otherwise;
  }
}

function parents(): Map<number, number> {
  const found = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const stat = look(() => readFileSync(`/proc/${name}/stat`, 'utf8'), '');
    const parent = Number(/\) \S (\d+)/.exec(stat)?.[1]);
    if (parent) found.set(Number(name), parent);
  }
  return found;
}

function socketInodes(pid: number): Set<string> {
  const folder = `/proc/${pid}/fd`;
  const links = look(() => readdirSync(folder), []).map((fd) =>
    look(() => readlinkSync(`${folder}/${fd}`), ''),
  );
  return new Set(links.flatMap((link) => /^socket:\[(\d+)\]$/.exec(link)?.[1] ?? []));
}

/** The process and all that descend from it. */
export const processTree = (pid: number): number[] => [pid, ...childrenOf(pid, parents())];

/** Internet sockets of any kind (TCP, UDP, raw; listening or connected) that processes hold, as lines of /proc/net. Linux only. */
export function internetSockets(pids: readonly number[]): string[] {
  return pids.flatMap((pid) => {
    const inodes = socketInodes(pid);
    return ['tcp', 'tcp6', 'udp', 'udp6', 'raw', 'raw6'].flatMap((kind) =>
      look(() => readFileSync(`/proc/${pid}/net/${kind}`, 'utf8'), '')
        .split('\n')
        .filter((line) => inodes.has(line.trim().split(/\s+/)[9] ?? ''))
        .map((line) => `${pid} ${kind} ${line.trim()}`),
    );
  });
}
