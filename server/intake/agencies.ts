import { kindOf } from './agency-kinds.ts'
import { clean, core, isPlaceCode, normal } from './clean.ts'
import { agencyName, type Known } from './known.ts'
import { nearest } from './nearest.ts'
import { is, refused, told, type Verdict } from './verdict.ts'

const REPAIR = 'Say which agency it is, or write its name as the count has it.'

/** Places of one council alone: unitary, metropolitan and London. */
const OF_ONE = /^E0[689]/

/** The council of the unitary, metropolitan or London place of a name that is not the council's own: Kingston upon Hull. */
function councilOfPlace(text: string, known: Known): readonly string[] {
  const [code, ...others] = known.placeNames.get(normal(text)) ?? []
  if (!code || others.length > 0 || !OF_ONE.test(code) || isPlaceCode(text)) return []
  const district = known.districts.of(text)
  if (district && district.place !== code) return []
  const { name, aliases } = known.catalogue.places.get(code)!
  return [
    ...new Set(
      [name, ...aliases].flatMap((each) => [
        ...(known.councils.get(core(each)) ?? []),
        ...(known.agencyNames.get(`${normal(each)} corporation`) ?? []),
      ]),
    ),
  ]
}

/** The agency an identifier or name stands for. */
export function agencyOf(given: string, known: Known): Verdict {
  const text = clean(given)
  if (text === '') return refused('agency-missing', 'The agency is blank.', REPAIR)
  const exact = known.agencyNames.get(normal(text)) ?? []
  if (exact.length === 1) return is(exact[0]!)
  if (exact.length > 1)
    return refused(
      'agency-ambiguous',
      `${text} is the name of ${exact.length} agencies: ${exact.join(', ')}.`,
      'Give the identifier instead of the name.',
    )
  const short = known.councils.get(core(text)) ?? []
  const councils = short.length > 0 ? short : councilOfPlace(text, known)
  if (councils.length === 1)
    return told(
      councils[0]!,
      'note',
      'agency-name',
      `${text} was read as ${agencyName(known, councils[0]!)}.`,
    )
  if (councils.length > 1)
    return refused(
      'agency-ambiguous',
      `${text} could be ${councils.map((id) => agencyName(known, id)).join(' or ')}.`,
      'Give the full name.',
    )
  const kind = kindOf(text)
  if (kind && known.catalogue.agencies.some(({ id }) => id === kind))
    return told(
      kind,
      'warning',
      'agency-kind',
      `${text} was read as one of ${agencyName(known, kind)}, which the count has together.`,
    )
  const near = known.suggest && !/^E\d{4}$/.test(text) && nearest(normal(text), [...known.agencyNames.keys()])
  const meant = near ? known.agencyNames.get(near)?.[0] : undefined
  return refused(
    'agency-unknown',
    `${text} is no agency of the count.`,
    meant ? `Is it ${agencyName(known, meant)} (${meant})?` : REPAIR,
  )
}
