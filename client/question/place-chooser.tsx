import { Chooser } from './chooser.tsx'
import type { Choice } from './match.ts'
import { PlaceSearch } from './place-search.tsx'

interface Props {
  label: string
  word: string
  onChoose: (id: string, choice: Choice) => void
  /** A word of the question, or a button of its own. */
  look?: 'word' | 'button'
}

/** Finds a place, region or set by name, alias or code; complete by keyboard. */
export function PlaceChooser({ label, word, onChoose, look = 'word' }: Props) {
  return (
    <Chooser label={label} word={word} look={look} icon>
      {(close) => (
        <PlaceSearch
          onChoose={(choice) => {
            onChoose(choice.id, choice)
            close()
          }}
        />
      )}
    </Chooser>
  )
}
