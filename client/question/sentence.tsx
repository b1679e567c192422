import { changeFrom } from '../change/asked.ts'
import { chooseByName } from '../map/found.ts'
import { count } from '../state/count.ts'
import { definition } from '../state/definition.ts'
import { MEASURES } from '../state/state.ts'
import { go, view } from '../state/store.ts'
import { lower, MEASURE_WORDS } from '../words.ts'
import { PlaceChooser } from './place-chooser.tsx'
import { PricesChooser } from './prices-chooser.tsx'
import { question } from './question.ts'
import { ScopeChooser } from './scope-chooser.tsx'
import { WordSelect } from './word-select.tsx'
import { Years } from './years.tsx'

/** The definition as the reader changed it: no definition of the count has a name like this. */
const OWN = '(own)'

/** The question on screen as a sentence whose words are its controls. */
export function Sentence() {
  const known = count.value!
  const { measure } = view.value
  const chosen = definition.value!
  const named = known.definitions.map(({ id, name }) => ({ value: id, text: lower(name) }))
  const custom = chosen.own ? [{ value: OWN, text: lower(chosen.name) }] : []
  const asked = question.value!
  return (
    <section class="sentence" aria-label="The question">
      <p>
        Show {changeFrom.value !== null && 'the change in '}
        <WordSelect
          label="Measure"
          value={measure}
          options={MEASURES.map((value) => ({ value, text: MEASURE_WORDS[value] }))}
          onChoose={(value) => go({ measure: value })}
        />
        , taking local to mean{' '}
        <span class="tight">
          <WordSelect
            label="Definition of local control"
            value={chosen.own ? OWN : chosen.id}
            options={[...named, ...custom]}
            onChoose={(value) => value !== OWN && go({ definition: value, rules: '', named: '' })}
          />
          ,
        </span>{' '}
        <Years />{' '}
        <span class="tight">
          <PricesChooser word={asked.prices} />,
        </span>{' '}
        <span class="tight">
          <ScopeChooser word={asked.scope} />,
        </span>{' '}
        for <PlaceChooser label="Place" word={asked.place} onChoose={chooseByName} />
      </p>
    </section>
  )
}
