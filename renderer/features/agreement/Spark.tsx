import classes from './Raters.module.css';

const WIDTH = 96;
const HEIGHT = 24;

interface SparkProps {
  /** The path of a CUSUM, ending at 0. */
  path: readonly number[];
  limit: number;
  changed: boolean;
}

/** The path of a CUSUM between its limits, as small as a word; what it says stands beside it. */
export function Spark({ path, limit, changed }: SparkProps) {
  const reach = Math.max(limit, ...path.map(Math.abs)) * 1.05 || 1;
  const y = (value: number) => HEIGHT / 2 - (value / reach) * (HEIGHT / 2 - 1);
  const x = (at: number) => (at / Math.max(1, path.length - 1)) * WIDTH;
  const points = path.map((value, at) => `${x(at).toFixed(1)},${y(value).toFixed(1)}`).join(' ');
  return (
    <svg
      className={classes.spark}
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      aria-hidden="true"
    >
      {[0, limit, -limit].map((at) => (
        <line
          key={at}
          className={at === 0 ? classes.zero : classes.limit}
          x1={0}
          x2={WIDTH}
          y1={y(at)}
          y2={y(at)}
        />
      ))}
      <polyline className={changed ? classes.changedPath : classes.path} points={points} />
    </svg>
  );
}
