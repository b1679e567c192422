import type { Fault } from '../../api.ts'
import { counted } from '../../format.ts'
import { upperFirst } from '../../words.ts'
import { fieldId } from '../field/bound.ts'
import { KEYS } from '../keep/document-words.ts'
import { valueAt } from '../state/change.ts'
import { scenarioDocument } from '../state/document.ts'
import { faults } from '../state/result.ts'
import { openStep } from './build.tsx'
import { partnerName } from './partner-name.ts'
import { STEPS, stepOf } from './step-list.ts'

const FEW = 6

/** Every fault with the way to its field: what is still to be given before there is a result. */
export function FaultList() {
  const found = faults.value
  if (found.length === 0) return null
  const shown = (list: readonly Fault[]) =>
    list.map((fault) => (
      <li key={`${fault.where} ${fault.message}`}>
        <a
          href={`#${fieldId(fault.where.split('.'))}`}
          onClick={(event) => {
            event.preventDefault()
            show(fault.where)
          }}
        >
          {whereInWords(fault.where)}
        </a>{' '}
        {fault.message}
      </li>
    ))
  return (
    <nav class="faults" aria-label="Still to give or mend">
      <p>
        <strong>{counted(found.length, 'thing')} to give or mend</strong> before it can be worked out
      </p>
      <ul>{shown(found.slice(0, FEW))}</ul>
      {found.length > FEW && (
        <details>
          <summary>{found.length - FEW} more</summary>
          <ul>{shown(found.slice(FEW))}</ul>
        </details>
      )}
    </nav>
  )
}

/** The place of a fault as a reader calls it: the step, the item by its name, the field. */
function whereInWords(where: string): string {
  const document = scenarioDocument.value
  const keys = where.split('.')
  const words = keys.flatMap((key, at) => {
    if (key === 'pot' && keys.length > 1) return []
    if (!/^\d+$/.test(key)) return KEYS[key] ?? (document ? partnerName(document, key) : key)
    const item = valueAt(document, pathOf(keys.slice(0, at + 1))) as
      | { name?: string; partner?: string }
      | undefined
    if (item?.name) return item.name
    if (item?.partner && document) return partnerName(document, item.partner)
    return String(Number(key) + 1)
  })
  return upperFirst(words.join(', '))
}

const pathOf = (keys: readonly string[]) => keys.map((key) => (/^\d+$/.test(key) ? Number(key) : key))

/** Opens the step of a fault and puts the focus on its field, or on the nearest there is. */
function show(where: string) {
  const step = stepOf(where)
  openStep(step)
  requestAnimationFrame(() => {
    const keys = where.split('.')
    for (let length = keys.length; length > 0; length -= 1) {
      const id = fieldId(keys.slice(0, length))
      const field = document.getElementById(id) ?? document.querySelector(`[id^="${id}-"]`)
      if (!field?.closest(`#step-${step}`)) continue
      for (let box = field.closest('details'); box; box = box.parentElement?.closest('details') ?? null)
        box.open = true
      const to = field.matches('input, select, textarea, button')
        ? (field as HTMLElement)
        : field.parentElement!.querySelector<HTMLElement>('input, select, textarea, button')
      to?.focus()
      ;(to ?? (field as HTMLElement)).scrollIntoView({ block: 'center' })
      return
    }
    const heading = document.querySelector<HTMLElement>(
      `#step-${STEPS.find(({ id }) => id === step)!.id} summary`,
    )
    heading?.focus()
  })
}
