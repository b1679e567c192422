import { useRef } from 'preact/hooks'
import { settle } from '../state/document.ts'
import { type Rise, rising, SHAPES } from './trajectory.ts'

const WIDTH = 360
const HEIGHT = 96
const LEFT = 8
const TOP = 10

interface Props {
  shares: readonly number[]
  rise: Rise | null
  years: number
  name: string
  /** Moves one end of the rise to a year, counted from 0. */
  move: (end: 'from' | 'full', year: number) => void
}

/** The trajectory beside the three named ones; its two ends are dragged here, and moved by sliders and boxes below. */
export function Curve({ shares, rise, years, name, move }: Props) {
  const picture = useRef<SVGSVGElement>(null)
  const step = (WIDTH - 2 * LEFT) / Math.max(1, years - 1)
  const x = (year: number) => LEFT + Math.max(0, Math.min(years - 1, year)) * step
  const y = (share: number) => TOP + (1 - share) * (HEIGHT - 2 * TOP)
  const line = (values: readonly number[]) =>
    values.map((share, t) => `${t === 0 ? 'M' : 'L'}${x(t)} ${y(share)}`).join('')
  const drag = (end: 'from' | 'full') => (event: PointerEvent) => {
    const mark = event.currentTarget as Element
    mark.setPointerCapture(event.pointerId)
    const follow = (at: PointerEvent) => {
      const { left, width } = picture.current!.getBoundingClientRect()
      move(end, Math.round((((at.clientX - left) / width) * WIDTH - LEFT) / step))
    }
    const stop = () => {
      mark.removeEventListener('pointermove', follow as EventListener)
      settle()
    }
    mark.addEventListener('pointermove', follow as EventListener)
    mark.addEventListener('pointerup', stop, { once: true })
    mark.addEventListener('pointercancel', stop, { once: true })
    event.preventDefault()
  }
  return (
    <svg
      ref={picture}
      class="curve"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={`Share of the full effect of ${name} reached each year, beside the low, mid and high trajectories`}
    >
      <path class="curve-ground" d={`M${LEFT} ${y(0)}H${WIDTH - LEFT}M${LEFT} ${y(1)}H${WIDTH - LEFT}`} />
      {Object.entries(SHAPES).map(([shape, of]) => (
        <path key={shape} class="curve-other" d={line(rising(of, years))} />
      ))}
      <path class="curve-own" d={line(shares)} />
      {rise && (
        <>
          <circle
            class="curve-handle"
            cx={x(rise.from)}
            cy={y(shares[Math.max(0, rise.from)] ?? 0)}
            r="7"
            onPointerDown={drag('from')}
          />
          <circle
            class="curve-handle"
            cx={x(rise.full)}
            cy={y(shares[Math.min(years - 1, rise.full)] ?? 1)}
            r="7"
            onPointerDown={drag('full')}
          />
        </>
      )}
    </svg>
  )
}
