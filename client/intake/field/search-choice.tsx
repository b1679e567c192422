import { Chooser } from '../../question/chooser.tsx'
import type { Choice } from '../../question/match.ts'
import { Search } from '../../question/search.tsx'
import { CHOICE_WORDS, choicesOf } from './choices.ts'

interface Props {
  kind: 'place' | 'agency' | 'function'
  /** What is chosen, for a reader who hears it alone. */
  label: string
  word: string
  current: string | null
  onChoose: (choice: Choice) => void
}

/** A button that opens a searchable list of the count's places, agencies or functions. */
export function SearchChoice({ kind, label, word, current, onChoose }: Props) {
  const { of, label: typed } = CHOICE_WORDS[kind]
  return (
    <Chooser label={`${label}: ${word}`} word={word} look="button" icon>
      {(close) => (
        <Search
          label={typed}
          of={of}
          all={choicesOf(kind)}
          current={(id) => id === current}
          nothing="Nothing of that name in the count."
          onChoose={(choice) => {
            onChoose(choice)
            close()
          }}
        />
      )}
    </Chooser>
  )
}
