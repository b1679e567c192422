import { exactPence } from '../../format.ts'
import type { Mapping } from './mapping.ts'

type Unit = Mapping['unit']
const POWER: Record<Unit, number> = { pounds: 0, thousands: 3, millions: 6 }
export const UNITS = Object.keys(POWER) as Unit[]

/** Most that is kept to the penny. */
const MOST_PENCE = BigInt(Number.MAX_SAFE_INTEGER)

const PLAIN = /^(-|\()?£?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?(\))?$/
const COMMA = /^(-|\()?£?(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?(\))?$/

/** Whole pence of an amount plainly written, half a penny away from nought; null where it is not plain. */
export function penceOf(text: string, unit: Unit, decimals: Mapping['decimals'] = 'point'): bigint | null {
  const found = (decimals === 'comma' ? COMMA : PLAIN).exec(text.replace(/[\s ]/g, '').replace(/[−–]/, '-'))
  if (!found) return null
  const [, before, whole = '', fraction = '', after] = found
  if ((before === '(') !== (after === ')')) return null
  const scale = POWER[unit] + 2
  const digits = whole.replace(/[.,]/g, '') + fraction.padEnd(scale, '0')
  const spare = Math.max(0, fraction.length - scale)
  const value = BigInt(digits)
  const by = 10n ** BigInt(spare)
  const size = value / by + ((value % by) * 2n >= by && spare > 0 ? 1n : 0n)
  if (size > MOST_PENCE) return null
  return before ? -size : size
}

interface Example {
  text: string
  pence: bigint
}

/** The plainest of some cells to show a unit by: a figure that is not nought. */
export function exampleOf(sample: readonly string[], { unit, decimals }: Pick<Mapping, 'unit' | 'decimals'>) {
  const found = sample.flatMap((text): Example[] => {
    const pence = penceOf(text, unit, decimals)
    return pence === null || pence === 0n ? [] : [{ text: text.trim(), pence }]
  })
  return found.find(({ pence }) => pence > 0n) ?? found[0] ?? null
}

/** What a unit makes of a cell of the file: “1,234” in the file is £1,234,000.00. */
export function unitInWords(
  sample: readonly string[],
  unit: Unit,
  decimals: Mapping['decimals'],
): string | null {
  const example = exampleOf(sample, decimals ? { unit, decimals } : ({ unit } as Pick<Mapping, 'unit'>))
  return example && `“${example.text}” in the file is ${exactPence(example.pence)}`
}

/** What a sign makes of a cell of the file: spending, or money coming back. */
export function signInWords(sample: readonly string[], sign: 1 | -1, mapping: Mapping): string | null {
  const example = exampleOf(sample, mapping)
  if (!example) return null
  const pence = example.pence * BigInt(sign)
  return `“${example.text}” in the file is ${exactPence(pence < 0n ? -pence : pence)} ${pence > 0n ? 'spent' : 'coming back'}`
}
