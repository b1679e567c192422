import type { z } from 'zod'
import { type Fault, Refusal } from './problem.ts'
import { LONGEST, shown } from './questions.ts'

/** Known values of a parameter, by its name. */
export type Vocabulary = Readonly<
  Record<
    string,
    { has(value: string): boolean /** What is wrong with a value it has not. */; why?(value: string): string }
  >
>

const decode = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return undefined
  }
}

const fault = (name: string, message: string, value?: string): Fault => ({
  where: `query.${shown(name)}`,
  message,
  ...(value === undefined ? {} : { value: shown(value) }),
})

/** Parameters of an address by name, once each; whatever else stands there becomes a fault. */
function entries(url: string, known: readonly string[], faults: Fault[]): Map<string, string> {
  const values = new Map<string, string>()
  const from = url.indexOf('?')
  const parts =
    from < 0
      ? []
      : url
          .slice(from + 1)
          .split('&')
          .filter(Boolean)
  for (const part of parts) {
    const [rawName = '', ...rest] = part.split('=')
    const name = decode(rawName)
    const value = decode(rest.join('='))
    if (name === undefined || value === undefined)
      faults.push(fault(name ?? rawName, 'is not valid percent-encoding', rest.join('=')))
    else if (!known.includes(name))
      faults.push(
        fault(
          name,
          `is not a parameter of this question${known.length ? `, which takes ${known.join(', ')}` : ''}`,
        ),
      )
    else if (values.has(name)) faults.push(fault(name, 'stands more than once', value))
    else if (value.length > LONGEST) faults.push(fault(name, `is longer than ${LONGEST} characters`, value))
    else values.set(name, value)
  }
  return values
}

function unknown(name: string, parsed: unknown, vocabulary: Vocabulary): Fault[] {
  const words = Object.hasOwn(vocabulary, name) ? vocabulary[name] : undefined
  if (!words || parsed === undefined) return []
  return [parsed as string | string[]]
    .flat()
    .filter((word) => !words.has(word))
    .map((word) => fault(name, words.why?.(word) ?? `'${shown(word)}' is not known in this count`, word))
}

const listed = (value: unknown): readonly string[] => (Array.isArray(value) ? value : [])

/**
 * Reads the parameters of a question from an address.
 * @throws Refusal 400 naming every fault: unknown, repeated, ill-formed parameters and unknown values
 */
export function readQuestion<S extends z.ZodRawShape>(
  shape: S,
  url: string,
  vocabulary: Vocabulary = {},
): z.output<z.ZodObject<S>> {
  const faults: Fault[] = []
  const values = entries(url, Object.keys(shape), faults)
  const question: Record<string, unknown> = {}
  for (const [name, value] of values) {
    const parsed = (shape[name] as z.ZodType).safeParse(value)
    if (parsed.success) {
      question[name] = parsed.data
      faults.push(...unknown(name, parsed.data, vocabulary))
    } else for (const { message } of parsed.error.issues) faults.push(fault(name, message, value))
  }
  for (const [name, schema] of Object.entries(shape))
    if (!values.has(name) && !(schema as z.ZodType).safeParse(undefined).success)
      faults.push(fault(name, 'is missing: this question needs it'))
  if ('by' in shape && !listed(question.by).includes('year') && listed(question.year).length > 1)
    faults.push(fault('year', 'several years can only be asked for with by=year'))
  if (faults.length > 0)
    throw new Refusal(
      400,
      `The question has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}.`,
      faults,
    )
  return question as z.output<z.ZodObject<S>>
}
