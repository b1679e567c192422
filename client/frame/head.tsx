import { useEffect, useRef } from 'preact/hooks'
import { Sentence } from '../question/sentence.tsx'
import { count } from '../state/count.ts'
import type { Page } from '../state/state.ts'
import { part } from '../state/store.ts'
import { TopBar } from './top-bar.tsx'

const page = part('page')
/** Pages whose figures the question decides. */
const SENTENCE: readonly Page[] = ['explore', 'control']

/** The bar and the question; its height is told to the style, which keeps what is below it in view. */
export function Head() {
  const root = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const watch = new ResizeObserver(() => {
      document.documentElement.style.setProperty('--head', `${root.current!.offsetHeight}px`)
    })
    watch.observe(root.current!)
    return () => watch.disconnect()
  }, [])
  return (
    <div class="head" ref={root}>
      <TopBar />
      {count.value && SENTENCE.includes(page.value) && <Sentence />}
    </div>
  )
}
