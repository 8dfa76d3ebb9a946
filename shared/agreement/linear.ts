/**
 * Solves a x = b for a symmetric positive definite matrix (n x n, row by row) by Cholesky's decomposition; null where it is
 * not positive definite.
 */
export function solved(a: Float64Array, b: Float64Array): Float64Array | null {
  const n = b.length;
  const root = new Float64Array(n * n);
  for (let row = 0; row < n; row++) {
    for (let column = 0; column <= row; column++) {
      let rest = a[row * n + column] ?? 0;
      for (let k = 0; k < column; k++) rest -= (root[row * n + k] ?? 0) * (root[column * n + k] ?? 0);
      if (row !== column) root[row * n + column] = rest / (root[column * n + column] ?? 1);
      else if (rest > 1e-12 * Math.abs(a[row * n + row] ?? 0)) root[row * n + row] = Math.sqrt(rest);
      else return null;
    }
  }
  const x = b.slice();
  for (let row = 0; row < n; row++) {
    for (let k = 0; k < row; k++) x[row] = (x[row] ?? 0) - (root[row * n + k] ?? 0) * (x[k] ?? 0);
    x[row] = (x[row] ?? 0) / (root[row * n + row] ?? 1);
  }
  for (let row = n - 1; row >= 0; row--) {
    for (let k = row + 1; k < n; k++) x[row] = (x[row] ?? 0) - (root[k * n + row] ?? 0) * (x[k] ?? 0);
    x[row] = (x[row] ?? 0) / (root[row * n + row] ?? 1);
  }
  return x;
}
