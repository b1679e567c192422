import { effect, signal } from '@preact/signals'
import { money, percent, pounds } from '../format.ts'
import { answer, headOf, local } from '../state/answer.ts'

const message = signal('')

/** Says something to a screen reader, politely. */
export function announce(text: string) {
  message.value = text
}

let first = true
effect(() => {
  const shown = answer.answer.value
  if (!shown) return
  const { total } = shown.spend
  const each = headOf(shown.spend)
  const head = each === null ? '' : `, ${pounds(each)} a head`
  const { share } = local.value
  const part = share === null ? '' : `, ${percent(share)} under local control`
  const text = `${shown.asked.placeName}: ${money(total)}${head}${part}.`
  if (!first) announce(text)
  first = false
})

export function Announcer() {
  return (
    <div class="hidden" role="status" aria-live="polite">
      {message.value}
    </div>
  )
}
