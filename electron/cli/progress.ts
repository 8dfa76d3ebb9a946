import type { Progress } from '../../shared/contract/events.ts';
import { bytes, counted, harmless } from './text.ts';

/** In a terminal: nothing is said of what takes less, and the line is rewritten this often. */
const TERMINAL = { quiet: 1000, pause: 100 };
/** Elsewhere every line stays, so there are few. */
const ELSEWHERE = { quiet: 5000, pause: 5000 };

const ERASE = '\r\u001B[2K';

/** Shows on stderr how far a job is: one line that is rewritten in a terminal, a line now and then elsewhere. */
export class ProgressLine {
  private readonly stream: NodeJS.WriteStream;
  private readonly began = performance.now();
  private said = 0;
  private drawn = false;

  constructor(stream: NodeJS.WriteStream = process.stderr) {
    this.stream = stream;
  }

  readonly show = (update: Progress): void => {
    const now = performance.now();
    const { quiet, pause } = this.stream.isTTY ? TERMINAL : ELSEWHERE;
    if (now - this.began < quiet || now - this.said < pause) return;
    this.said = now;
    const line = sentence(update);
    this.stream.write(this.stream.isTTY ? `${ERASE}${line.slice(0, this.stream.columns - 1)}` : `${line}\n`);
    this.drawn = this.stream.isTTY;
  };

  /** Takes the line away, so that what follows begins at the margin. */
  clear(): void {
    if (this.drawn) this.stream.write(ERASE);
    this.drawn = false;
  }
}

const AMOUNT: Record<Progress['unit'], (value: number) => string> = {
  bytes,
  files: (value) => counted(value, 'file'),
  records: (value) => counted(value, 'record'),
  rows: (value) => counted(value, 'row'),
};

/** "importing logs.jsonl  45 %  12.3 MB of 27.0 MB" */
function sentence({ phase, done, total, unit }: Progress): string {
  const parts = [harmless(phase)];
  if (total !== null && total > 0) {
    parts.push(`${Math.floor((100 * done) / total)} %`);
    if (unit !== 'rows') parts.push(`${AMOUNT[unit](done)} of ${AMOUNT[unit](total)}`);
  } else if (done > 0) parts.push(AMOUNT[unit](done));
  return parts.join('  ');
}
