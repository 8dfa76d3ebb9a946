import 'react';

declare module 'react' {
  /** Custom properties may be set through `style`. */
  interface CSSProperties {
    [property: `--${string}`]: string | number | undefined;
  }
}
