import { readScenario } from '../../scenario/document/read.ts'
import type { EvaluateOptions } from '../../scenario/evaluate.ts'
import { ASK_AGAIN, HASH } from '../cover-sheet.ts'
import { CHECKS } from '../place/checks-sheet.ts'
import { DOCUMENT, documentOf } from '../scenario-book/document-sheet.ts'
import { COVER } from '../scenario-book/front-sheets.ts'
import type { AboutScenario } from '../scenario-book/material.ts'
import { scenarioBook } from '../scenario-book/scenario-book.ts'
import { type Comparison, compare } from './compare.ts'
import { NotOurs, type Sheets, sheetsOf } from './open-file.ts'

export interface Reproduction extends Comparison {
  readonly scenario: string
  /** What the workbook says of itself. */
  readonly software: string
  readonly count: string
  readonly hash: string
}

const SOFTWARE = 'Software'

function coverOf(sheets: Sheets): (label: string) => string {
  const rows = new Map((sheets.get(COVER) ?? []).map(([label, value]) => [label, value]))
  return (label) => String(rows.get(label) ?? '[x]')
}

/** A workbook of ours that holds figures of a count, and no scenario to work out. */
export class NoScenario extends NotOurs {
  constructor(sheets: Sheets) {
    const says = coverOf(sheets)
    const of = `of the count ${says(HASH)} by ${says(SOFTWARE)}`
    super(
      sheets.has(CHECKS)
        ? `It is a place’s workbook and carries no scenario to work out again. Ask for it again at ${says(ASK_AGAIN)}: ${of} the answer is the same, byte for byte.`
        : `It is a workbook of one table and carries no scenario to work out again. Ask for its figures again at ${says(ASK_AGAIN)}: ${of} they are the same.`,
    )
    this.name = 'NoScenario'
  }
}

const ofCount = (sheets: Sheets) =>
  sheets.get(COVER)?.some(([label]) => label === ASK_AGAIN) === true && !sheets.has(DOCUMENT)

function carried(sheets: Sheets): unknown {
  if (ofCount(sheets)) throw new NoScenario(sheets)
  const rows = sheets.get(DOCUMENT)
  if (!rows || !sheets.has(COVER))
    throw new NotOurs('It is not a scenario’s workbook: it carries no document.')
  try {
    return documentOf(rows)
  } catch {
    throw new NotOurs('The document it carries is damaged.')
  }
}

/**
 * Works out again the scenario that a workbook carries, and compares every figure.
 *
 * @throws NoScenario where it is a workbook of a count's figures
 * @throws NotOurs where the file is no such workbook, or its scenario cannot be worked out
 */
export async function reproduce(
  bytes: Uint8Array,
  options: EvaluateOptions,
  about: Pick<AboutScenario, 'software' | 'sources'>,
): Promise<Reproduction> {
  const sheets = await sheetsOf(bytes)
  const found = readScenario(carried(sheets), options.parameters)
  if ('faults' in found)
    throw new NotOurs(
      `The scenario it carries cannot be worked out: ${found.faults.map(({ where, message }) => `${where} ${message}`).join('; ')}`,
    )
  const book = scenarioBook(found.scenario, options, {
    ...about,
    version: null,
    link: null,
    count: null,
    ownFigures: [],
  })
  const says = coverOf(sheets)
  return {
    scenario: found.scenario.name,
    software: says(SOFTWARE),
    count: says('Count'),
    hash: says('Hash of the count'),
    ...compare(sheets, book),
  }
}
