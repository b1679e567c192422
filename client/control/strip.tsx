import { useRef } from 'preact/hooks'
import { money, percent } from '../format.ts'
import { runOf } from '../state/classes.ts'
import { count } from '../state/count.ts'
import { type Chosen, idOf, type Local } from '../state/definition.ts'
import { go } from '../state/store.ts'
import { run, stopAt, stopByKey } from './marker.ts'
import { covered, type Stretch } from './spans.ts'

interface Props {
  strip: readonly Stretch[]
  chosen: Chosen
  local: Local
  ends: readonly { id: string; to: number }[]
}

/** The spectrum as one strip with its marker: where local ends, or ticks on the classes where they are no run. */
export function Strip({ strip, chosen, local, ends }: Props) {
  const rail = useRef<HTMLDivElement>(null)
  const dragging = useRef(false)
  const last = Math.max(...chosen.classes)
  const isRun = runOf(chosen.classes) !== null
  const end = strip[last - 1]!.to
  const name = (one: number) => count.value!.classes.find((each) => each.class === one)!.name

  const move = (to: number, quietly: boolean) => go({ definition: idOf(count.value!, run(to)) }, quietly)
  const follow = (event: PointerEvent, quietly: boolean) => {
    const { left, width } = rail.current!.getBoundingClientRect()
    move(stopAt(strip, ((event.clientX - left) / width) * 100), quietly)
  }
  const drag = {
    onPointerDown: (event: PointerEvent & { currentTarget: HTMLDivElement }) => {
      if (event.button !== 0) return
      dragging.current = true
      event.currentTarget.setPointerCapture(event.pointerId)
      rail.current!.querySelector<HTMLElement>('[role=slider]')!.focus()
      event.preventDefault()
      follow(event, false)
    },
    onPointerMove: (event: PointerEvent) => {
      if (dragging.current) follow(event, true)
    },
    onPointerUp: () => {
      dragging.current = false
    },
    onPointerCancel: () => {
      dragging.current = false
    },
  }

  return (
    <div class="strip-drag" {...drag}>
      <div class="strip" aria-hidden="true">
        {strip.map(({ from, to }, i) => (
          <span
            key={i}
            class={`segment class-${i + 1}${chosen.classes.includes(i + 1) ? ' local' : ''}`}
            style={{ left: `${from}%`, width: `${to - from}%` }}
            title={name(i + 1)}
          >
            {to - from > 3 && <b>{i + 1}</b>}
          </span>
        ))}
      </div>
      <div class="marker-rail" ref={rail}>
        {covered(strip, chosen.classes).map(({ from, to }) => (
          <span key={from} class="reach" style={{ left: `${from}%`, width: `${to - from}%` }} />
        ))}
        {ends.map(({ id, to }) => (
          <span key={id} class="end" style={{ left: `${to}%` }} />
        ))}
        <span
          class={`marker${isRun ? '' : ' apart'}`}
          role="slider"
          tabIndex={0}
          aria-label="Where local control ends"
          aria-valuemin={1}
          aria-valuemax={strip.length}
          aria-valuenow={last}
          aria-valuetext={`${isRun ? `after class ${last}, ${name(last)}` : chosen.name}: ${money(local.numerator)} of ${money(local.denominator)}${local.share === null ? '' : `, ${percent(local.share)}`}`}
          style={{ left: `${end}%` }}
          onKeyDown={(event) => {
            const to = stopByKey(event.key, last, strip.length)
            if (to === null) return
            event.preventDefault()
            move(to, true)
          }}
        />
      </div>
    </div>
  )
}
