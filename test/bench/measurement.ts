/** One line of `npm run bench`. */
export interface Measurement {
  name: string;
  /** What was measured; a median over runs unless the name says otherwise. */
  value: number;
  unit: 'ms' | 'MB';
  /** The same for the least that can be done, measured in the same run. */
  floor: number | null;
  /** value / floor. */
  ratio: number | null;
  limit: number | null;
  /** Whether the limit is for the value or for the ratio. */
  limit_on: 'value' | 'ratio';
  ok: boolean;
  note?: string;
}

export interface Judged {
  name: string;
  value: number;
  unit: Measurement['unit'];
  floor?: number;
  /** Most that the value, or the ratio, may be. */
  limit?: { value: number } | { ratio: number };
  note?: string;
}

/** Three significant places are more than any of the figures deserves. */
const rounded = (figure: number): number => Number(figure.toPrecision(4));

const within = (figure: number | null, limit: number): boolean => figure !== null && figure <= limit;

/** Holds a figure against its limit. */
export function judged({ name, value, unit, floor, limit, note }: Judged): Measurement {
  const ratio = floor === undefined ? null : value / floor;
  const onRatio = limit !== undefined && 'ratio' in limit;
  const most = limit === undefined ? null : 'ratio' in limit ? limit.ratio : limit.value;
  return {
    name,
    value: rounded(value),
    unit,
    floor: floor === undefined ? null : rounded(floor),
    ratio: ratio === null ? null : rounded(ratio),
    limit: most,
    limit_on: onRatio ? 'ratio' : 'value',
    ok: most === null || within(onRatio ? ratio : value, most),
    ...(note === undefined ? {} : { note }),
  };
}

/** How much is measured: `small` shows that a bench runs, and its figures mean nothing. */
export interface Scale {
  small: boolean;
  say(text: string): void;
}

/** A bench: measures, and throws where it cannot. */
export type Bench = (scale: Scale) => Promise<Measurement[]>;
