import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { question } from '../question/question.ts'
import { areas } from '../state/areas.ts'
import { count } from '../state/count.ts'
import { go } from '../state/store.ts'
import { SideTabs } from '../table/side-tabs.tsx'
import { upperFirst } from '../words.ts'
import { Hovered } from './hovered.tsx'
import { Legend } from './legend.tsx'
import { NoMap } from './no-map.tsx'

type Canvas = typeof import('./canvas.ts')
type Drawn = Awaited<ReturnType<Canvas['drawMap']>>

/** The map of the 152 places; its keyboard face is the table and the place chooser. */
export function MapSection() {
  const frame = useRef<HTMLDivElement>(null)
  const drawn = useRef<{ canvas: Canvas; map: Drawn['map'] } | null>(null)
  const failed = useSignal(false)
  const ready = areas.answer.value !== null

  useEffect(() => {
    if (!ready) return
    let remove: (() => void) | undefined
    let gone = false
    const start = async () => {
      try {
        const canvas = await import('./canvas.ts')
        const missing = new Set(count.peek()?.missing.map((row) => row.place))
        const made = await canvas.drawMap(frame.current!, (code) => go({ place: code, lines: null }), missing)
        if (gone) return made.remove()
        drawn.current = { canvas, map: made.map }
        remove = made.remove
        frame.current?.setAttribute('data-drawn', 'true')
      } catch {
        failed.value = true
      }
    }
    start()
    return () => {
      gone = true
      remove?.()
    }
  }, [ready])

  const zoom = (by: 1 | -1) => {
    const on = drawn.current
    on?.map.zoomTo(on.map.getZoom() + by, { duration: on.canvas.duration() })
  }
  const frameOn = (box: 'ENGLAND_BOX' | 'LONDON_BOX') => {
    const on = drawn.current
    on?.map.fitBounds(on.canvas[box], { padding: 12, duration: on.canvas.duration() })
  }
  const asked = question.value!
  return (
    <section class="side-map card" aria-labelledby="map-title">
      <header class="side-head">
        <div>
          <h2 id="map-title">{upperFirst(asked.measure)}</h2>
          <p class="note">
            152 places, {asked.year}, {asked.scope}
            {asked.measure.startsWith('share') && `; local means “${asked.definition}”`}
          </p>
        </div>
        <SideTabs />
      </header>
      <Legend />
      <div class="map-frame">
        {failed.value ? <NoMap /> : <div class="map" ref={frame} />}
        {!failed.value && (
          <>
            <div class="map-buttons">
              <button type="button" aria-label="Zoom in" onClick={() => zoom(1)}>
                +
              </button>
              <button type="button" aria-label="Zoom out" onClick={() => zoom(-1)}>
                −
              </button>
              <button type="button" class="wide" onClick={() => frameOn('ENGLAND_BOX')}>
                England
              </button>
              <button type="button" class="wide" onClick={() => frameOn('LONDON_BOX')}>
                London
              </button>
            </div>
            <Hovered />
          </>
        )}
        <p class="map-note">Schematic outlines: not for measuring</p>
      </div>
    </section>
  )
}
