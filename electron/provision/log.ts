/** Where set-up speaks. Everything goes to stderr, so that stdout stays a program's own. */
export interface Log {
  say(text: string): void;
  /** Shows how far a long step is; `stop` ends the line. */
  progress(label: string): Progress;
}

export interface Progress {
  /** `share` is 0..1; leave it out where the end is not known. */
  update(share?: number): void;
  stop(): void;
}

interface Output {
  isTTY?: boolean | undefined;
  write(text: string): unknown;
}

const QUIET_INTERVAL_MS = 15_000;

/** A log that redraws one line on a terminal and writes a line now and then elsewhere. */
export function createLog(out: Output = process.stderr, now: () => number = Date.now): Log {
  return {
    say: (text) => void out.write(`${text}\n`),
    progress(label) {
      const started = now();
      let shown = started;
      const line = (share: number | undefined) => {
        const seconds = Math.round((now() - started) / 1000);
        return `${label}: ${share === undefined ? '' : `${Math.floor(share * 100)} %, `}${seconds} s`;
      };
      return {
        update(share) {
          if (out.isTTY) out.write(`\r${line(share)}\x1b[K`);
          else if (now() - shown >= QUIET_INTERVAL_MS) {
            shown = now();
            out.write(`${line(share)}\n`);
          }
        },
        stop() {
          if (out.isTTY) out.write('\r\x1b[K');
        },
      };
    },
  };
}
