import { useSignal } from '@preact/signals'
import { count } from '../state/count.ts'
import { href, view } from '../state/store.ts'
import { announce } from './announcer.tsx'

/** The view with the count it is drawn from; a scenario's address names the count it was saved on itself. */
const linkNow = () => {
  const hash = count.peek()?.count.hash
  const { page } = view.peek()
  return page === 'scenario' || hash === undefined ? location.href : location.origin + href({ pinned: hash })
}

export function CopyLink() {
  const said = useSignal('')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(linkNow())
      said.value = 'Link copied'
    } catch {
      said.value = 'Copy it from the address bar'
    }
    announce(said.value)
    setTimeout(() => {
      said.value = ''
    }, 3000)
  }
  return (
    <button type="button" class="button copy-link" onClick={copy}>
      {said.value || 'Copy link'}
    </button>
  )
}
