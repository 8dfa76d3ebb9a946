import classes from './Agreement.module.css';

const WIDTH = 120;
const FROM = -0.2;
/** Below 0.667 no conclusion, from 0.8 on reliable: Krippendorff's two thresholds. */
const MARKS = [0, 0.667, 0.8];

/** Where a coefficient lies on the strip, pixels; what is below -0.2 sits at the left end. */
export const placeOn = (value: number): number =>
  ((Math.max(FROM, Math.min(1, value)) - FROM) / (1 - FROM)) * WIDTH;

interface IntervalStripProps {
  value: number;
  ci: readonly [number, number] | null | undefined;
}

/** A coefficient and its interval on a line from -0.2 to 1, with ticks at 0, 0.667 and 0.8. The numbers stand beside it. */
export function IntervalStrip({ value, ci }: IntervalStripProps) {
  return (
    <svg
      className={classes.strip}
      width={WIDTH + 8}
      height={16}
      viewBox={`-4 0 ${WIDTH + 8} 16`}
      aria-hidden="true"
    >
      <line className={classes.axis} x1={0} x2={WIDTH} y1={8} y2={8} />
      {MARKS.map((mark) => (
        <line key={mark} className={classes.axis} x1={placeOn(mark)} x2={placeOn(mark)} y1={4} y2={12} />
      ))}
      {ci ? (
        <rect
          className={classes.interval}
          x={placeOn(ci[0])}
          width={placeOn(ci[1]) - placeOn(ci[0])}
          y={4}
          height={8}
        />
      ) : null}
      <line className={classes.point} x1={placeOn(value)} x2={placeOn(value)} y1={1} y2={15} />
    </svg>
  );
}
