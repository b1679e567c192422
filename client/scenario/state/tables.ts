import { computed, signal } from '@preact/signals'
import type { TablesReply } from '../../../server/api/contract-tables.ts'
import { address, get } from '../../api.ts'
import { resource } from '../../state/resource.ts'

/** The published tables a scenario is written from. */
export const tables = resource(signal('tables'), (_question, stop) =>
  get<TablesReply>(address('/unit-costs'), stop),
)

/** Price years of a series, latest first. */
export const priceYears = (series: string | undefined) =>
  computed(() => {
    const found = tables.answer.value?.deflators.find(({ id }) => id === (series ?? 'gdp'))
    return [...(found?.years ?? [])].reverse()
  })
