import { useSignal } from '@preact/signals'
import { announce } from './announcer.tsx'

export function CopyLink() {
  const said = useSignal('')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(location.href)
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
