import { numberAt } from '../number.ts'
import { cell, columnsOf, expectCell, LayoutError, type Sheet } from '../sheet.ts'

/** Persons at single years of age 0 to 90; the last stands for 90 and over. */
export type Ages = readonly number[]

/** Mid-year persons of each English district on April 2020 codes, by calendar year. */
export function readMidYear(sheet: Sheet, year: number): Map<string, number> {
  const at = columnsOf(sheet, 0, ['ladcode20', 'country', `population_${year}`])
  const persons = new Map<string, number>()
  for (let row = 1; row < sheet.rows.length; row++) {
    if (cell(sheet, row, at.country!) !== 'E') continue
    persons.set(cell(sheet, row, at.ladcode20!), numberAt(sheet, row, at[`population_${year}`]!))
  }
  return persons
}

/** Persons by single year of age at mid-2019, English areas on April 2020 codes, counties and regions among them. */
export function readMidYearAges(sheet: Sheet): Map<string, Ages> {
  expectCell(sheet, 2, 0, /^MYE2: Population estimates: Persons by single year of age/)
  expectCell(sheet, 4, 0, 'Code')
  const first = 4
  for (let age = 0; age <= 89; age++) expectCell(sheet, 4, first + age, String(age))
  expectCell(sheet, 4, first + 90, /^90\+?$/)
  const areas = new Map<string, Ages>()
  for (let row = 5; row < sheet.rows.length; row++) {
    const code = cell(sheet, row, 0)
    if (!/^E\d{8}$/.test(code)) continue
    areas.set(
      code,
      Array.from({ length: 91 }, (_, age) => numberAt(sheet, row, first + age)),
    )
  }
  return areas
}

/** Persons by single year of age at the Census of 2011, by name of district: the file has no codes. */
export function readCensusAges(sheet: Sheet): Map<string, Ages> {
  const header = sheet.rows.findIndex((row) => row[1]?.trim() === 'All categories: Age')
  if (header < 0) throw new LayoutError(sheet, 8, 1, 'no row is headed "All categories: Age"')
  const column = (age: number) => 2 + age
  expectCell(sheet, header, column(0), /^Age (0|under 1)$/)
  expectCell(sheet, header, column(89), 'Age 89')
  const last = (sheet.rows[header] ?? []).length - 1
  const areas = new Map<string, Ages>()
  for (let row = header + 1; row < sheet.rows.length; row++) {
    const name = cell(sheet, row, 0)
    if (!name || cell(sheet, row, 1) === '') continue
    const ages = Array.from({ length: 90 }, (_, age) => numberAt(sheet, row, column(age)))
    let over = 0
    for (let at = column(90); at <= last; at++)
      if (cell(sheet, row, at) !== '') over += numberAt(sheet, row, at)
    if (areas.has(name)) throw new LayoutError(sheet, row, 0, `${name} stands twice`)
    areas.set(name, [...ages, over])
  }
  return areas
}

/** Land area of English areas on April 2020 codes, square kilometres. */
export function readAreas(sheet: Sheet): Map<string, number> {
  expectCell(sheet, 4, 0, 'Code')
  expectCell(sheet, 4, 3, 'Area (sq km)')
  const areas = new Map<string, number>()
  for (let row = 5; row < sheet.rows.length; row++) {
    const code = cell(sheet, row, 0)
    if (/^E\d{8}$/.test(code)) areas.set(code, numberAt(sheet, row, 3))
  }
  return areas
}

/** Published mid-year population of one area, countries and regions among them. */
export function readPublishedPersons(sheet: Sheet, area: string, year: number): number {
  const at = columnsOf(sheet, 4, ['Code', `Estimated Population mid-${year}`])
  const row = sheet.rows.findIndex((_, index) => cell(sheet, index, at.Code!) === area)
  if (row < 0) throw new LayoutError(sheet, sheet.rows.length - 1, at.Code!, `there is no row for ${area}`)
  return numberAt(sheet, row, at[`Estimated Population mid-${year}`]!)
}
