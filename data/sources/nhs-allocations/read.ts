import { numberAt } from '../number.ts'
import { cell, columnsOf, LayoutError, type Sheet } from '../sheet.ts'

/**
 * Recurrent allocation of each clinical commissioning group, thousands of pounds by group code.
 * A group that stands twice under two spellings counts once.
 * @param year financial year, as 2017-18; the file names it by its last calendar year
 */
export function readAllocations(sheet: Sheet, year: string): Map<string, number> {
  const at = columnsOf(sheet, 0, ['CCG_Code', 'year', 'Allocation_000s'])
  const ending = String(Number(year.slice(0, 4)) + 1)
  const allocations = new Map<string, number>()
  for (let row = 1; row < sheet.rows.length; row++) {
    if (cell(sheet, row, at.year) !== ending) continue
    const code = cell(sheet, row, at.CCG_Code)
    const amount = numberAt(sheet, row, at.Allocation_000s)
    const before = allocations.get(code)
    if (before !== undefined && before !== amount)
      throw new LayoutError(sheet, row, at.Allocation_000s, `${code} stands twice with different allocations`)
    allocations.set(code, amount)
  }
  if (allocations.size === 0) throw new LayoutError(sheet, 0, at.year, `no allocation is of ${year}`)
  return allocations
}

/** How many lower layer super output areas each clinical commissioning group has in each district. */
export function readCommissionerDistricts(sheet: Sheet): Map<string, Map<string, number>> {
  const at = columnsOf(sheet, 0, ['CCG16CDH', 'LAD16CD'])
  const counts = new Map<string, Map<string, number>>()
  for (let row = 1; row < sheet.rows.length; row++) {
    const districts = counts.get(cell(sheet, row, at.CCG16CDH)) ?? new Map<string, number>()
    counts.set(cell(sheet, row, at.CCG16CDH), districts)
    const district = cell(sheet, row, at.LAD16CD)
    districts.set(district, (districts.get(district) ?? 0) + 1)
  }
  return counts
}
