import type { IntakeReply, MappingDocument } from '../state/server.ts'

export type Meaning = MappingDocument['columns'][number]['meaning']
export type Confidence = NonNullable<IntakeReply['proposal']>['columns'][number]['confidence']

interface Words {
  name: string
  /** What it does to the count, for a reader who has not met the word. */
  means: string
}

export const MEANING_WORDS: Record<Meaning, Words> = {
  amount: {
    name: 'Amount',
    means: 'The money to be counted: net of VAT and of income where there is a choice.',
  },
  'other-amount': {
    name: 'Another amount, left out',
    means: 'Gross, VAT, budget beside outturn: read as money, and not counted.',
  },
  agency: { name: 'Agency', means: 'The body that spends, by name or identifier.' },
  'agency-name': {
    name: 'Name of the agency',
    means: 'Says whom an identifier stands for; the identifier is read.',
  },
  place: { name: 'Place', means: 'Where it is spent: a council area, region or England, by name or code.' },
  year: { name: 'Financial year', means: 'April to March, as 2017-18 or 2017/18.' },
  date: { name: 'Date', means: 'A day, which gives the financial year.' },
  function: {
    name: 'Function',
    means: 'What government does with it, by COFOG code or name: the international list of functions.',
  },
  programme: {
    name: 'What it is for',
    means: 'Service, category or description in the words of the file; up to three columns are joined.',
  },
  economic: { name: 'Current or capital', means: 'Day-to-day spending, investment, or payments to people.' },
  flow: {
    name: 'Own spending or transfer',
    means: 'Whether the body spends it itself, or passes it to or has it from another public body.',
  },
  phase: { name: 'Outturn or budget', means: 'What was spent, or what was planned.' },
  basis: { name: 'Recorded or estimated', means: 'Whether the sender says a figure was shared out.' },
  supplier: {
    name: 'Supplier',
    means: 'Who was paid: read to find duplicates and private names, and kept out of the count.',
  },
  reference: { name: 'Reference', means: 'A transaction number: read to find duplicates.' },
  currency: { name: 'Currency', means: 'Rows that are not in pounds are rejected.' },
  share: { name: 'Share of a whole', means: 'Read to see that shares add up to one.' },
  ignore: { name: 'Left out', means: 'Not read at all.' },
}

export const MEANING_ORDER = Object.keys(MEANING_WORDS) as Meaning[]

export const CONFIDENCE_WORDS: Record<Confidence, string> = {
  high: 'Sure',
  medium: 'Likely',
  low: 'A guess',
}
