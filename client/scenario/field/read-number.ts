const SIZES: Record<string, number> = { k: 1e3, thousand: 1e3, m: 1e6, million: 1e6, bn: 1e9, billion: 1e9 }

/** A number as people type it: 2,000,000, £2m, 1.5bn, 40%, −3; undefined for nothing, null for what is none. */
export function readNumber(text: string): number | null | undefined {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/[\u2212\u2013]/g, '-')
    .replace(/[£,%\s]/g, '')
  if (plain === '') return undefined
  const [, digits, size = ''] = /^(-?(?:\d+\.?\d*|\.\d+))([a-z]*)$/.exec(plain) ?? []
  if (digits === undefined || (size !== '' && !SIZES[size])) return null
  return Number((Number(digits) * (SIZES[size] ?? 1)).toPrecision(15))
}

/** A number as it stands in a box: thousands apart unless it is a name, at most four places shown. */
export function writeNumber(value: number | undefined | null, name = false): string {
  if (value === undefined || value === null || !Number.isFinite(value)) return ''
  return value.toLocaleString('en-GB', { maximumFractionDigits: 4, useGrouping: !name })
}

/** A share of 1 as a number of hundredths and back, without the dust of binary fractions. */
export const toPercent = (share: number) => Number((share * 100).toPrecision(12))
export const fromPercent = (percent: number) => Number((percent / 100).toPrecision(12))
