/** Maps values from one stretch of numbers onto another; what lies outside is held at its end. */
export const scale =
  ([from, to]: readonly [number, number], [start, end]: readonly [number, number]) =>
  (value: number): number =>
    start + ((Math.max(from, Math.min(to, value)) - from) / (to - from || 1)) * (end - start);

const STEPS = [1, 2, 5];

/** Round numbers from low to high, about so many. */
export function ticks([low, high]: readonly [number, number], about = 5): number[] {
  const rough = (high - low) / about || 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = (STEPS.find((one) => one * power >= rough) ?? 10) * power;
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, at) => Number(((first + at) * step).toPrecision(12)));
}
