import { wrongAt } from '../field/bound.ts'
import { ChoiceField, TickField } from '../field/choice-field.tsx'
import { Wrong } from '../field/field.tsx'
import { PriceYear } from '../field/price-year.tsx'
import { SourceBox } from '../field/source-box.tsx'
import { TextField } from '../field/text-field.tsx'
import { YearlyField } from '../field/yearly-field.tsx'
import { append, freeName, without } from '../state/change.ts'
import { edit } from '../state/document.ts'
import type { Draft } from '../state/draft.ts'
import { BiasField } from './bias-field.tsx'
import { partnerOptions } from './partner-name.ts'

const KINDS = [
  { value: 'revenue', text: 'Revenue: running costs' },
  { value: 'capital', text: 'Capital: buildings, equipment' },
  { value: 'inKind', text: 'In kind: staff time, premises' },
]

const addCost = () =>
  edit((document) => {
    const ids = document.investment.map(({ id }) => id)
    return append(document, ['investment'], {
      id: freeName('cost', ids),
      name: '',
      kind: 'revenue',
      ...(document.priceBase ? { priceYear: document.priceBase } : {}),
      optimismBias: { kind: 'none' },
      provenance: { status: 'illustrative' },
    })
  }, 'a cost added')

export function CostsStep({ document }: { document: Draft }) {
  return (
    <>
      <p class="field-why">
        Only what is additional to business as usual; what is already spent is left out.
      </p>
      {document.investment.map((item, at) => {
        const name = item.name || `cost ${at + 1}`
        const path = ['investment', at]
        return (
          <fieldset class="item" key={item.id ?? at}>
            <legend class="hidden">{name}</legend>
            <div class="named">
              <TextField path={[...path, 'name']} label="What is paid for" />
              <button
                type="button"
                class="button small"
                onClick={() => edit((now) => without(now, ['investment'], at), `${name} taken out`)}
              >
                Remove<span class="hidden"> {name}</span>
              </button>
            </div>
            <div class="fields">
              <ChoiceField path={[...path, 'kind']} label="Kind of cost" options={KINDS} />
            </div>
            <YearlyField path={[...path, 'amounts']} of={name} />
            <details class="more">
              <summary>
                Prices, optimism bias, who bears it<span class="hidden">: {name}</span>
              </summary>
              <div class="fields">
                <PriceYear path={[...path, 'priceYear']} />
                <ChoiceField
                  path={[...path, 'borneBy']}
                  label="Borne by"
                  why="The pot, or one partner instead of it"
                  options={partnerOptions(document)}
                  none="The pot"
                />
                <BiasField path={[...path, 'optimismBias']} of="costs" />
                <TickField
                  path={[...path, 'transfer']}
                  label="A payment that only moves money"
                  why="Such as redundancy: left out of the economic case"
                />
              </div>
            </details>
            <SourceBox path={[...path, 'provenance']} of={name} />
          </fieldset>
        )
      })}
      <Wrong id="f-investment" wrong={wrongAt(['investment'])} label="The list of costs" />
      <p class="acts">
        <button type="button" class="button" onClick={addCost}>
          Add a cost
        </button>
      </p>
    </>
  )
}
