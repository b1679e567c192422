import type { Cell, TableSheet } from '../book.ts'
import { cellAt, live, shaped } from './cells.ts'

export const ASSUMPTIONS = 'Assumptions'
const VALUE = 3
const [NAME, EXPORTED] = [8, 9]
const NOT_STATED = 'not stated'

/** What inputs are about, in the order they are listed. */
const ORDER = [
  'Prices',
  'Discounting',
  'Contributions',
  'Cost',
  'Effect',
  'Value',
  'Timing',
  'Split by agency',
  'Pot',
  'Sharing',
  'Coalitions',
] as const

export interface Assumption {
  readonly about: (typeof ORDER)[number]
  readonly item: string
  readonly input: string
  readonly value: number | string
  readonly unit: string
  readonly format?: string
  readonly source?: string | undefined
  readonly confidence?: string | undefined
  readonly note?: string | undefined
  /** What its defined name begins with: words joined by underscores. */
  readonly name: string
  /** Ids that tell it from others of its kind. */
  readonly of?: readonly string[]
}

/** The inputs of a scenario, one a row, each a marked cell with a defined name that formulas use. */
export class Assumptions {
  readonly #rows: (Assumption & { defined: string })[] = []
  readonly #taken = new Set<string>()

  /** Takes an input, and gives back its defined name. */
  add(one: Assumption): string {
    const words = [one.name, ...(one.of ?? [])]
      .join('_')
      .toLowerCase()
      .replaceAll(/[^a-z\d]+/g, '_')
    const stem = words.includes('_') ? words.slice(0, 200) : `the_${words}`
    let defined = stem
    for (let again = 2; this.#taken.has(defined); again += 1) defined = `${stem}_${again}`
    this.#taken.add(defined)
    this.#rows.push({ ...one, defined })
    return defined
  }

  get #inOrder() {
    return ORDER.flatMap((about) => this.#rows.filter((one) => one.about === about))
  }

  get names(): [string, string][] {
    return this.#inOrder.map(({ defined }, at) => [defined, cellAt(ASSUMPTIONS, VALUE, at + 2)])
  }

  get sheet(): TableSheet {
    return {
      name: ASSUMPTIONS,
      about: 'Every input but those by year: change a marked cell and what follows from it changes',
      table: 'Assumptions',
      frozen: 3,
      columns: [
        { title: 'About', width: 18 },
        { title: 'Item', width: 34 },
        { title: 'Input', width: 38 },
        { title: 'Value', width: 20, format: 'General' },
        { title: 'Unit', width: 28 },
        { title: 'Confidence', width: 18 },
        { title: 'Source', width: 60 },
        { title: 'Note', width: 60 },
        { title: 'Defined name', width: 42 },
        { title: 'As exported', width: 20, format: 'General' },
        { title: 'Changed', width: 12 },
      ],
      rows: this.#inOrder.map((one, at) => [
        one.about,
        one.item,
        one.input,
        inputCell(one),
        one.unit,
        one.confidence ?? NOT_STATED,
        one.source ?? '[x]',
        one.note ?? '[z]',
        one.defined,
        exported(one),
        live(`IF(D${at + 2}=J${at + 2},"no","changed")`, 'no'),
      ]),
    }
  }

  /** Where each input's defined name and value as exported stand, for those who change it. */
  static readonly columns = { value: VALUE, name: NAME, exported: EXPORTED } as const
}

const inputCell = ({ value, format }: Assumption): Cell =>
  format ? shaped(value, format, 'input') : { value, look: 'input' }
const exported = ({ value, format }: Assumption): Cell => (format ? shaped(value, format) : { value })
