import type { Catalogue } from '../count/catalogue.ts'
import type { Definition } from '../count/reference.ts'

/** How a set of classes a reader picked is asked for: classes:1,2,5. */
const CUSTOM = 'classes:'
const MEANING = 'The classes the reader counts as local'

/** The classes of a set asked for as classes:1,2,5, ascending; null for any other text. */
export function classesIn(text: string): number[] | null {
  if (!text.startsWith(CUSTOM)) return null
  const parts = text.slice(CUSTOM.length).split(',')
  if (!parts.every((part) => /^[1-7]$/.test(part))) return null
  return [...new Set(parts.map(Number))].sort((a, b) => a - b)
}

/** One name for one set, whatever the order its classes were written in. */
export const canonical = (text: string): string => {
  const classes = classesIn(text)
  return classes ? `${CUSTOM}${classes.join(',')}` : text
}

interface DefinitionAsked {
  readonly definition?: string | undefined
  readonly named?: string | undefined
  readonly rules?: string | undefined
}

export const DEFAULT_DEFINITION = 'local-bodies'

/** The definition a question asks by: one of the count's or a set of classes, under the reader's own name and rules. */
export function definitionAsked(catalogue: Catalogue, asked: DefinitionAsked) {
  const definition = definitionOf(catalogue, asked.definition ?? DEFAULT_DEFINITION)
  const rules = asked.rules ?? ''
  const name = asked.named ?? (rules ? `${definition.name}, with rules changed` : definition.name)
  return { ...definition, name, rules }
}

/** A definition by its name, or made of the classes asked for. */
export function definitionOf({ definitions }: Catalogue, id: string): Definition {
  const classes = classesIn(id)
  if (classes === null) return definitions.find((one) => one.id === id)!
  return { id: canonical(id), name: `Classes ${classes.join(', ')}`, classes, meaning: MEANING }
}
