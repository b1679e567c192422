import { chooseByName } from '../map/found.ts'
import { PlaceChooser } from '../question/place-chooser.tsx'
import { PricesChooser } from '../question/prices-chooser.tsx'
import { question } from '../question/question.ts'
import { ScopeChooser } from '../question/scope-chooser.tsx'
import { WordSelect } from '../question/word-select.tsx'
import { YearSelect } from '../question/year-select.tsx'
import { count } from '../state/count.ts'
import { definition } from '../state/definition.ts'
import { MEASURES, type Measure } from '../state/state.ts'
import { go, view } from '../state/store.ts'
import { lower } from '../words.ts'
import { addSide, canAdd, sides } from './sides.ts'

const BY: Record<Measure, string> = {
  total: 'in pounds',
  head: 'in pounds a head',
  share: 'as shares of each total',
}

const addWord = (others: number) => {
  if (!canAdd.value) return 'another in place of the last'
  return others > 0 ? 'add another' : 'add a place or set'
}

/** The comparison as a sentence whose words are its controls. */
export function CompareSentence() {
  const asked = question.value!
  const chosen = definition.value!
  const named = count.value!.definitions.map(({ id, name }) => ({ value: id, text: lower(name) }))
  const listed = named.some(({ value, text }) => value === chosen.id && text === lower(chosen.name))
  const others = sides.value.slice(1).map(({ name }) => name)
  const own = listed ? [] : [{ value: '', text: lower(chosen.name) }]
  return (
    <section class="sentence" aria-label="The question">
      <p>
        Compare <PlaceChooser label="Place" word={asked.place} onChoose={chooseByName} /> with{' '}
        {others.length > 0 && `${others.join('; ')} and `}
        <span class="tight">
          <PlaceChooser
            label="Compare with"
            word={addWord(others.length)}
            onChoose={(id, choice) => addSide(choice.members ?? [id])}
          />
          ,
        </span>{' '}
        <span class="tight">
          <WordSelect
            label="Compare by"
            value={view.value.measure}
            options={MEASURES.map((value) => ({ value, text: BY[value] }))}
            onChoose={(measure) => go({ measure })}
          />
          ,
        </span>{' '}
        taking local to mean{' '}
        <span class="tight">
          <WordSelect
            label="Definition of local control"
            value={listed ? chosen.id : ''}
            options={[...named, ...own]}
            onChoose={(value) => value !== '' && go({ definition: value, rules: '', named: '' })}
          />
          ,
        </span>{' '}
        in{' '}
        <span class="tight">
          <YearSelect />,
        </span>{' '}
        <span class="tight">
          <PricesChooser word={asked.prices} />,
        </span>{' '}
        <ScopeChooser word={asked.scope} />
      </p>
    </section>
  )
}
