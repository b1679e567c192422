/**
 * Distribution function of the standard normal, to about 1e-15 (W. J. Cody's rational form as arranged
 * by G. West, 2005, after Hart).
 */
export function normalCdf(x: number): number {
  const z = Math.abs(x)
  if (z > 37) return x > 0 ? 1 : 0
  const e = Math.exp((-z * z) / 2)
  let tail: number
  if (z < 7.07106781186547) {
    const over =
      ((((((0.0352624965998911 * z + 0.700383064443688) * z + 6.37396220353165) * z + 33.912866078383) * z +
        112.079291497871) *
        z +
        221.213596169931) *
        z +
        220.206867912376) *
      e
    const under =
      ((((((0.0883883476483184 * z + 1.75566716318264) * z + 16.064177579207) * z + 86.7807322029461) * z +
        296.564248779674) *
        z +
        637.333633378831) *
        z +
        793.826512519948) *
        z +
      440.413735824752
    tail = over / under
  } else tail = e / (z + 1 / (z + 2 / (z + 3 / (z + 4 / (z + 0.65))))) / 2.506628274631
  return x > 0 ? 1 - tail : tail
}

const central = [
  [
    -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716,
    2.506628277459239,
  ],
  [-54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572, 1],
] as const
const tails = [
  [
    -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
    2.938163982698783,
  ],
  [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416, 1],
] as const

const polynomial = (coefficients: readonly number[], x: number) => {
  let sum = 0
  for (let i = 0; i < coefficients.length; i += 1) sum = sum * x + coefficients[i]!
  return sum
}

/** Quantile of the standard normal (P. J. Acklam's approximation and one step of Halley's method). */
export function normalQuantile(p: number): number {
  let x: number
  if (p < 0.02425 || p > 0.97575) {
    const q = Math.sqrt(-2 * Math.log(Math.min(p, 1 - p)))
    x = (Math.sign(0.5 - p) * polynomial(tails[0], q)) / polynomial(tails[1], q)
  } else {
    const q = p - 0.5
    x = (q * polynomial(central[0], q * q)) / polynomial(central[1], q * q)
  }
  const error = normalCdf(x) - p
  const step = error * Math.sqrt(2 * Math.PI) * Math.exp((x * x) / 2)
  return x - step / (1 + (x * step) / 2)
}
