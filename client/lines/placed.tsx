import type { Line } from '../api-types.ts'
import { pounds, weight } from '../format.ts'
import { DataLink } from '../frame/data-link.tsx'
import { count } from '../state/count.ts'
import { GRADES, lower } from '../words.ts'

/** How one line came to its place: recorded there, or its part of a wider whole by a driver. */
export function Placed({ row }: { row: Line }) {
  const driver = count.value?.drivers.find((one) => one.driver === row.driver)?.name ?? row.driver ?? ''
  return (
    <>
      {row.phase === 'budget' && <strong class="stands-in">A budget standing in: an estimate. </strong>}
      {row.basis === 'recorded' ? (
        <>
          <span class="swatch recorded" aria-hidden="true" /> Recorded
        </>
      ) : (
        <>
          <span class="swatch shared" aria-hidden="true" /> {pounds(row.whole)} shared out by{' '}
          <DataLink kind="driver" id={row.driver ?? ''}>
            {lower(driver)}
          </DataLink>
          : {weight(row.weight)}
          {row.driver_total !== null && ` of ${weight(row.driver_total)}`}
        </>
      )}
      <small>
        <DataLink kind="rule" id={row.rule}>
          {row.rule_title}
        </DataLink>
        . Grade {row.grade}: {GRADES[row.grade]}
      </small>
    </>
  )
}
