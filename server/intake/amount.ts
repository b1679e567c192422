import { clean } from './clean.ts'

export type Decimals = 'point' | 'comma'

/** Pence, or why there are none. `rounded` where the text says less than a penny, `nil` where it is a dash. */
export type Amount =
  | { readonly pence: bigint; readonly rounded: boolean; readonly nil?: true }
  | { readonly rule: string; readonly message: string; readonly repair: string }

/** Most pence either way: 2^53 - 1, about £90 trillion. */
export const MOST_PENCE = 9_007_199_254_740_991n

const no = (rule: string, message: string, repair: string): Amount => ({ rule, message, repair })

const MISSING =
  /^(?:n\/?a|not available|not applicable|none|null|nil return|tbc|tba|\.{1,3}|…|x|c|z|u|\*+|#n\/a|\[[a-z]+\]|:|\?)$/i
const ERROR = /^#(?:ref|value|name|div\/0|num|null|n\/a|date|getting_data|spill|calc)[!?]?$/i
const FOREIGN = /[$€¥₹]|\b(?:eur|usd|euros?|dollars?|yen|chf|aud|cad)\b/i
const POUNDS = /£|\bgbp\b|\bpounds?\b|\bsterling\b/gi
const SIZES: Readonly<Record<string, number>> = {
  k: 3,
  th: 3,
  m: 6,
  mn: 6,
  mill: 6,
  million: 6,
  bn: 9,
  b: 9,
  billion: 9,
  thousand: 3,
}

const ABSENT = 'A figure that is missing is not nought: fill it in, or leave the row out.'

/** Text of a figure without its groups: digits, one point at most. Undefined where groups and decimals cannot be told apart. */
function ungrouped(text: string, decimals: Decimals): string | undefined {
  const [point, group] = decimals === 'point' ? ['.', ','] : [',', '.']
  const [whole = '', fraction, ...more] = text.split(point!)
  if (more.length > 0 || fraction?.includes(group!)) return undefined
  const groups = whole.split(group!)
  if (
    groups.length > 1 &&
    (groups[0] === '' || groups[0]!.length > 3 || groups.slice(1).some((each) => each.length !== 3))
  )
    return undefined
  const digits = groups.join('')
  if (!/^\d*$/.test(digits) || (fraction !== undefined && !/^\d*$/.test(fraction))) return undefined
  if (digits === '' && !fraction) return undefined
  return fraction === undefined ? digits || '0' : `${digits || '0'}.${fraction}`
}

/** A decimal text times a power of ten, in pence, rounded half away from nought. */
function penceOf(digits: string, power: number, unit: bigint): { pence: bigint; rounded: boolean } {
  const [whole, fraction = ''] = digits.split('.') as [string, string?]
  const scale = fraction.length - power - 2
  const value = BigInt(whole + fraction) * unit
  if (scale <= 0) return { pence: value * 10n ** BigInt(-scale), rounded: false }
  const divisor = 10n ** BigInt(scale)
  const rest = value % divisor
  return { pence: value / divisor + (rest * 2n >= divisor ? 1n : 0n), rounded: rest !== 0n }
}

/**
 * A figure as councils write them, in exact pence: £, groups, brackets or a trailing minus for less than
 * nought, k and m, powers of ten. What is missing, an error of a workbook or in another currency has none.
 * @param unit pounds that one of the file's own unit is
 */
export function amountOf(given: string, decimals: Decimals, unit: number): Amount {
  const value = clean(given)
  if (value === '') return no('amount-missing', 'The amount is blank.', ABSENT)
  if (/^[-–—−]$/.test(value)) return { pence: 0n, rounded: false, nil: true }
  if (ERROR.test(value))
    return no(
      'amount-error',
      `The workbook shows ${value} instead of an amount.`,
      'Mend the formula, save the workbook and upload it again.',
    )
  if (value.startsWith('=') || value.startsWith('@'))
    return no(
      'amount-formula',
      'The cell holds a formula without a saved value.',
      'Open the workbook, let it calculate, save it and upload it again.',
    )
  if (MISSING.test(value)) return no('amount-missing', `${value} says that the amount is missing.`, ABSENT)
  if (FOREIGN.test(value))
    return no(
      'currency',
      'The amount is not in pounds sterling.',
      'Turn it into pounds at a rate you can name, or leave the row out.',
    )
  if (/^[+-]?(?:nan|inf(?:inity)?)$/i.test(value))
    return no('amount-not-finite', `${value} is no amount.`, ABSENT)
  return figure(value, decimals, unit)
}

function figure(value: string, decimals: Decimals, unit: number): Amount {
  let text = value
    .replace(POUNDS, '')
    .replace(/[−–—]/g, '-')
    .replace(/[\s'’]/g, '')
  let minus = false
  const bracketed = /^\((.*)\)$/.exec(text)
  if (bracketed) {
    minus = true
    text = bracketed[1]!
  }
  const debit = /(cr|dr)$/i.exec(text)
  if (debit) {
    if (debit[1]!.toLowerCase() === 'cr') minus = !minus
    text = text.slice(0, -2)
  }
  if (/^[-+]/.test(text)) {
    if (text[0] === '-') minus = !minus
    text = text.slice(1)
  } else if (text.endsWith('-')) {
    minus = !minus
    text = text.slice(0, -1)
  }
  const [, mantissa = '', exponent, size] =
    /^([\d.,]+)(?:e([+-]?\d{1,3}))?(k|th|mn|mill|million|m|bn|billion|b|thousand)?$/i.exec(text) ?? []
  const digits = ungrouped(mantissa, exponent && mantissa.includes('.') ? 'point' : decimals)
  if (digits === undefined)
    return no(
      'amount-unreadable',
      'The amount cannot be read as a figure.',
      decimals === 'point'
        ? 'Write it like 1,234.50.'
        : 'Write it like 1.234,50, as the rest of the column does.',
    )
  const power = Number(exponent ?? 0) + (size ? (SIZES[size.toLowerCase()] ?? 0) : 0)
  if (power > 30 || digits.replace('.', '').length > 40)
    return no(
      'amount-too-large',
      'The amount is larger than any that can be kept to the penny.',
      'See whether its unit is right.',
    )
  const { pence, rounded } = penceOf(digits, power, BigInt(unit))
  if (pence > MOST_PENCE)
    return no(
      'amount-too-large',
      'The amount is larger than any that can be kept to the penny.',
      'See whether its unit is right.',
    )
  return { pence: minus ? -pence : pence, rounded }
}
