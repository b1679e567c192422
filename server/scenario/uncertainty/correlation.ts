/**
 * Lower triangular factor of a correlation matrix (Cholesky), for drawing correlated normals.
 *
 * @returns undefined where no set of variables could be so correlated.
 */
export function cholesky(matrix: readonly (readonly number[])[]): number[][] | undefined {
  const n = matrix.length
  const factor = matrix.map(() => new Array<number>(n).fill(0))
  for (let i = 0; i < n; i += 1)
    for (let j = 0; j <= i; j += 1) {
      let rest = matrix[i]![j]!
      for (let k = 0; k < j; k += 1) rest -= factor[i]![k]! * factor[j]![k]!
      if (i === j && rest < -1e-9) return undefined
      if (i === j) factor[i]![i] = Math.sqrt(Math.max(0, rest))
      else if (factor[j]![j]! > 1e-12) factor[i]![j] = rest / factor[j]![j]!
      else if (Math.abs(rest) > 1e-9) return undefined
    }
  return factor
}

/** A correlation matrix from pairs of variables by position; other pairs are independent. */
export function correlationMatrix(
  n: number,
  pairs: readonly { a: number; b: number; correlation: number }[],
): number[][] {
  const matrix = Array.from({ length: n }, (_, i) => Array.from({ length: n }, (__, j) => Number(i === j)))
  for (const { a, b, correlation } of pairs) {
    matrix[a]![b] = correlation
    matrix[b]![a] = correlation
  }
  return matrix
}
