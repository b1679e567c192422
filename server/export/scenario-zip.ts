import type { Scenario } from '../scenario/document/schema.ts'
import type { Picture } from './picture/picture.ts'
import { alternatives, pictureParts } from './place/place-parts.ts'
import type { Part } from './zip.ts'

export interface ScenarioFiles {
  /** As the server read it. */
  readonly scenario: Scenario
  readonly workbook: Buffer
  readonly pictures: readonly Picture[]
  /** Word documents, by path. */
  readonly documents: readonly Part[]
}

/** Every file of a scenario: workbook, documents, the scenario itself, pictures. */
export async function scenarioParts({
  scenario,
  workbook,
  pictures,
  documents,
}: ScenarioFiles): Promise<Part[]> {
  const drawn = await Promise.all(pictures.map(pictureParts))
  return [
    {
      path: 'scenario.xlsx',
      bytes: workbook,
      about: 'The workbook: it recalculates from its inputs, and npm run reproduce checks it',
    },
    {
      path: 'scenario.json',
      bytes: Buffer.from(`${JSON.stringify(scenario, null, 2)}\n`),
      about: 'The scenario document, every input of it, as the API takes it',
    },
    ...documents,
    ...drawn.flat(),
    alternatives(pictures),
  ]
}
