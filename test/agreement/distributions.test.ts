import { expect, test } from 'vitest';
import { fQuantile, tQuantile975 } from '../../shared/agreement/distributions.ts';

// Reference values: scipy.stats 1.17, t.ppf(0.975, df) and f.ppf(p, df1, df2).

test.each([
  [1, 12.706204736174694],
  [2, 4.302652729749462],
  [3, 3.1824463052837078],
  [7, 2.364624251592784],
  [30, 2.0422724563012378],
  [119, 1.9800998764569397],
  [99_999, 1.9599877077718442],
])('the 97.5 %% point of t with %i degrees of freedom', (df, expected) => {
  expect(tQuantile975(df)).toBeCloseTo(expected, 8);
});

test.each([
  [0.975, 3, 7, 5.889819167203253],
  [0.975, 19, 57, 1.9763620261459725],
  [0.975, 1.7, 9, 6.01702239751025],
  [0.95, 4, 4, 6.3882329086958665],
  [0.975, 99_999, 400_000, 1.0098333317858696],
  [0.975, 1, 1, 647.7890114778442],
])('quantile %f of F with %f and %f degrees of freedom', (p, df1, df2, expected) => {
  expect(fQuantile(p, df1, df2) / expected).toBeCloseTo(1, 8);
});
