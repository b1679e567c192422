import type { RevenueOutturn } from '../sources/council-revenue-outturn/read.ts'
import type { Frame } from './frame.ts'
import type { Agency } from './line.ts'
import { listed, model } from './model.ts'

/** A body that spends over several places, or one place of its own for a council. */
export interface Payer {
  readonly agency: Agency
  readonly members: readonly string[]
  readonly grade: 'A' | 'B' | 'D'
  /** Area its money is shared over, as the table of drivers names it; undefined for a council. */
  readonly area?: string
  readonly police?: true
}

const CLASSES: Record<string, string> = {
  L: 'London borough',
  MD: 'Metropolitan district',
  UA: 'Unitary authority',
  SC: 'County council',
  SD: 'District council',
}
const OTHER = 'Other authority'

/** Function of a GLA or combined authority line whose spender is an agency of its own. */
const APART: Record<string, string> = { '3.1': 'police', '3.2': 'fire' }

/** Police bodies: one agency before and after commissioners took over from authorities in November 2012. */
const POLICE = new Map(
  model<'ecode' | 'former_ecode' | 'name' | 'force'>('police-bodies').flatMap(
    ({ ecode, former_ecode, name, force }) =>
      [ecode, former_ecode].map((code) => [code, { id: ecode, name, force }] as const),
  ),
)

/**
 * Who spends a return's line of a function, and where: councils in their place, police bodies over their force
 * area, other bodies over the members listed in data/model/bodies.csv.
 */
export function readPayers(frame: Frame, outturn: RevenueOutturn): (ecode: string, fn: string) => Payer {
  const bodies = new Map(
    model<'id' | 'sector' | 'name' | 'grade' | 'members'>('bodies').map(
      ({ id, sector, name, grade, members }) =>
        [
          id,
          {
            agency: { id, name, sector, department: OTHER },
            members: listed(members),
            grade: grade as 'B' | 'D',
            area: id,
          },
        ] as const,
    ),
  )
  const forces = new Map<string, string[]>()
  for (const [place, { code }] of frame.police) forces.set(code, [...(forces.get(code) ?? []), place].sort())
  const councils = new Map<string, Payer>()
  for (const { ecode, ons, name, class: kind } of outturn.authorities) {
    const department = CLASSES[kind]
    const known = frame.register.get(ecode)
    if (department) {
      if (!known) throw new Error(`${ecode} ${name} is not in the register of authorities`)
      const agency = {
        id: ecode,
        name: known.official,
        sector: 'council',
        department,
      }
      councils.set(ecode, {
        agency,
        members: [frame.placeOf(known.gss)],
        grade: 'A',
      })
    } else if (POLICE.has(ecode)) {
      const { id, name: body, force } = POLICE.get(ecode)!
      const members = forces.get(force)
      if (!members || (ons && ons !== force))
        throw new Error(`${ecode} ${name} has the code ${ons}, and data/model/police-bodies.csv ${force}`)
      const agency = { id, name: body, sector: 'police', department: OTHER }
      councils.set(ecode, { agency, members, grade: 'B', area: force, police: true })
    } else if (!bodies.has(ecode)) throw new Error(`${ecode} ${name} is not in data/model/bodies.csv`)
  }
  return (ecode, fn) => {
    const payer = bodies.get(`${ecode}-${APART[fn] ?? ''}`) ?? bodies.get(ecode) ?? councils.get(ecode)
    if (!payer) throw new Error(`${ecode} spends on ${fn} and is no known authority`)
    return payer
  }
}

/** Check every council's ONS code against the register; a misprint must be known by name. */
export function checkCodes(frame: Frame, outturn: RevenueOutturn, source: string): void {
  const faults = new Map(
    model<'source' | 'ecode' | 'published' | 'right'>('known-faults')
      .filter((fault) => fault.source === source)
      .map((fault) => [fault.ecode, fault]),
  )
  for (const { ecode, ons, name, class: kind } of outturn.authorities) {
    const known = frame.register.get(ecode)
    if (!CLASSES[kind] || !known || !ons || known.gss === ons || known.former.includes(ons)) continue
    const fault = faults.get(ecode)
    if (fault?.published !== ons || fault.right !== known.gss)
      throw new Error(`${ecode} ${name} is printed with the code ${ons}; the register has ${known.gss}`)
  }
}
