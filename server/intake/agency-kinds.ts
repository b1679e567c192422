import { normal } from './clean.ts'

/** Bodies that the count has together as one agency, by words in the name of any of them. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/\bnhs (?:foundation )?trust\b/, 'nhs-trusts'],
  [
    /^nhs england$|\bccgs?\b|\bclinical commissioning groups?\b|\bicb\b|\bintegrated care board\b/,
    'nhs-commissioning-board-nhs-england',
  ],
]

/** The agency of the count that a body of this name is one of; undefined where its name does not tell. */
export const kindOf = (name: string): string | undefined =>
  KINDS.find(([words]) => words.test(normal(name)))?.[1]
