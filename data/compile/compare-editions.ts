import { readRevenueOutturn } from '../sources/council-revenue-outturn/read.ts'
import type { Publications } from '../sources/publication.ts'
import { readRegionalAnalysis } from '../sources/regional-analysis/read.ts'
import { type Edition, regionalEditions, revenueEditions } from './editions.ts'
import { REGIONS } from './frame.ts'
import { model } from './model.ts'
import { SERVICES } from './revenue.ts'
import { standing } from './years.ts'

/** Editions of data/model/editions.csv: each one used beside one that is not, compared and never mixed. */
export function compareEditions(publications: Publications): Edition[] {
  const renamed = new Map(
    model<'before' | 'after'>('department-names').map(({ before, after }) => [before, after]),
  )
  return model<'year' | 'publication' | 'used' | 'compared'>('editions').flatMap(
    ({ publication, ...pair }) => {
      if (publication === 'regional') {
        const read = (id: string) =>
          readRegionalAnalysis(
            publications.open('regional-analysis', id),
            pair.year,
            id.endsWith('2014') ? 2014 : 2018,
          )
        return regionalEditions(
          pair,
          { used: read(pair.used), compared: read(pair.compared) },
          REGIONS,
          renamed,
        )
      }
      const services = standing(SERVICES, pair.year)
      const read = (id: string) =>
        readRevenueOutturn(publications.open('council-revenue-outturn', id), pair.year, services)
      return revenueEditions(
        pair,
        { used: read(pair.used), compared: read(pair.compared) },
        new Map(services.map(({ line, programme }) => [line, programme])),
      )
    },
  )
}
