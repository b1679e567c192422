/** Numbers evenly spread between 0 and 1, neither included. */
export type Generator = () => number

/**
 * A seeded generator: the same seed gives the same numbers everywhere. Small Fast Counter, 32 bits
 * (C. Doty-Humphrey, PractRand), with its state filled from the seed by a mixing step.
 */
export function seeded(seed: number): Generator {
  let state = seed >>> 0
  const mix = () => {
    state = (state + 0x9e3779b9) >>> 0
    let z = Math.imul(state ^ (state >>> 16), 0x85ebca6b)
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35)
    return (z ^ (z >>> 16)) | 0
  }
  let [a, b, c, counter] = [mix(), mix(), mix(), 1]
  const next = () => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + sum) | 0
    return ((sum >>> 0) + 0.5) / 4294967296
  }
  for (let turn = 0; turn < 12; turn += 1) next()
  return next
}
