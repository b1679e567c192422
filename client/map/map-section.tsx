import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { PictureFiles } from '../frame/files.tsx'
import { PlaceChooser } from '../question/place-chooser.tsx'
import { question } from '../question/question.ts'
import { areas } from '../state/areas.ts'
import { tick } from '../state/members.ts'
import { go } from '../state/store.ts'
import { SideTabs } from '../table/side-tabs.tsx'
import { upperFirst } from '../words.ts'
import type { Drawn } from './canvas.ts'
import { Hovered } from './hovered.tsx'
import { Legend } from './legend.tsx'
import { NoMap } from './no-map.tsx'

const choose = (code: string) => go({ places: [code], lines: null })

/** The map of the 152 places; its keyboard face is the table and the place chooser. */
export function MapSection() {
  const frame = useRef<HTMLDivElement>(null)
  const drawn = useRef<Drawn | null>(null)
  const failed = useSignal(false)
  const ready = areas.answer.value !== null

  useEffect(() => {
    if (!ready) return
    let gone = false
    const start = async () => {
      try {
        const { drawMap } = await import('./canvas.ts')
        const made = await drawMap(frame.current!, { choose, tick })
        if (gone) return made.remove()
        drawn.current = made
      } catch {
        failed.value = true
      }
    }
    start()
    return () => {
      gone = true
      drawn.current?.remove()
      drawn.current = null
    }
  }, [ready])

  const asked = question.value!
  return (
    <section class="side-map card" aria-labelledby="map-title" aria-busy={areas.busy.value}>
      <header class="side-head">
        <h2 id="map-title" tabIndex={-1}>
          {upperFirst(asked.measure)}
        </h2>
        <SideTabs />
      </header>
      <p class="note">
        152 places, {asked.year}, cash prices, {asked.scope}
        {asked.measure.startsWith('share') && `; local means “${asked.definition}”`}.{' '}
        <PictureFiles of="map" title="The map" />
      </p>
      <Legend />
      <div class={`map-frame${areas.busy.value ? ' dimmed' : ''}`}>
        {failed.value ? <NoMap /> : <div class="map" ref={frame} />}
        {!failed.value && (
          <>
            <div class="map-buttons">
              <button type="button" aria-label="Zoom in" onClick={() => drawn.current?.zoom(1)}>
                +
              </button>
              <button type="button" aria-label="Zoom out" onClick={() => drawn.current?.zoom(-1)}>
                −
              </button>
              <button type="button" class="wide" onClick={() => drawn.current?.frameOn('england')}>
                England
              </button>
              <button type="button" class="wide" onClick={() => drawn.current?.frameOn('london')}>
                London
              </button>
              <PlaceChooser
                label="Find on the map"
                word="Find"
                look="button"
                onChoose={(code) => {
                  choose(code)
                  drawn.current?.frameOn([code])
                }}
              />
            </div>
            <Hovered />
          </>
        )}
        <p class="map-note">
          Schematic outlines: not for measuring.<span class="keys-hint"> Ctrl or Shift adds a place.</span>
        </p>
      </div>
    </section>
  )
}
