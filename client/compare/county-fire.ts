import { address, get, rowsOf, type Table } from '../api.ts'

interface Agency {
  agency_name: string
  amount: number | null
  recorded: number | null
}

/** Councils that record a fire service of their own (COFOG 3.2), largest first; no amount is added by it. */
export async function councilsWithFire(query: object, stop: AbortSignal): Promise<string[]> {
  const asked = { ...query, by: 'agency', sector: 'council', function: '3.2' } as Record<string, string>
  const rows = rowsOf<Agency>(await get<Table>(address('/spend', asked), stop))
  return rows
    .filter(({ recorded }) => (recorded ?? 0) > 0)
    .sort((a, b) => (b.amount ?? 0) - (a.amount ?? 0))
    .map(({ agency_name }) => agency_name)
}
