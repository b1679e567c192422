import { Chooser } from './chooser.tsx'
import { PlaceSearch } from './place-search.tsx'

interface Props {
  label: string
  word: string
  onChoose: (id: string) => void
  /** A word of the question, or a button of its own. */
  look?: 'word' | 'button'
}

/** Finds a place, region or set by name, alias or code; complete by keyboard. */
export function PlaceChooser({ label, word, onChoose, look = 'word' }: Props) {
  return (
    <Chooser label={label} word={word} look={look} icon>
      {(close) => (
        <PlaceSearch
          onChoose={(id) => {
            onChoose(id)
            close()
          }}
        />
      )}
    </Chooser>
  )
}
