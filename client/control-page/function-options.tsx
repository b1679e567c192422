import { group } from 'd3-array'
import type { Count } from '../api-types.ts'

/** Functions of government by division: the whole of one, or one of its functions. */
export function FunctionOptions({ count }: { count: Count }) {
  return (
    <>
      {[...group(count.functions, (one) => one.division)].map(([division, rows]) => (
        <optgroup key={division} label={rows[0]!.division_name}>
          <option
            value={rows
              .map(({ code }) => code)
              .sort()
              .join('|')}
          >
            All {rows[0]!.division_name}
          </option>
          {rows
            .filter(({ code }) => code !== division)
            .map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
        </optgroup>
      ))}
    </>
  )
}
