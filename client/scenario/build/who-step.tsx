import { wrongAt } from '../field/bound.ts'
import { Wrong } from '../field/field.tsx'
import { NumberField, PercentField } from '../field/number-field.tsx'
import { TextField } from '../field/text-field.tsx'
import { YearlyField } from '../field/yearly-field.tsx'
import { append, freeName } from '../state/change.ts'
import { edit } from '../state/document.ts'
import type { Draft } from '../state/draft.ts'
import { AddFromCount } from './add-from-count.tsx'
import { PartnerItem } from './partner-item.tsx'
import { PlacesField } from './places-field.tsx'

const addPartner = () =>
  edit((document) => {
    const ids = document.partners.map(({ id }) => id)
    return append(document, ['partners'], { id: freeName('Partner', ids), name: '' })
  }, 'a partner added')

export function WhoStep({ document }: { document: Draft }) {
  return (
    <>
      <TextField path={['name']} label="Name of the scenario" />
      <PlacesField document={document} />
      <p class="field-why">
        A share is of the cost that fixed sums do not meet, and the shares add to 100%. Pounds are fixed, by
        year.
      </p>
      {document.partners.map((partner, at) => (
        <PartnerItem key={partner.id ?? at} document={document} partner={partner} at={at} />
      ))}
      <Wrong id="f-partners" wrong={wrongAt(['partners'])} label="The list of partners" />
      <Wrong
        id="f-pot-contributions"
        wrong={wrongAt(['pot', 'contributions'])}
        label="What the partners put in"
      />
      <p class="acts">
        <button type="button" class="button" onClick={addPartner}>
          Add a partner
        </button>
        <AddFromCount document={document} />
      </p>
      <details class="more">
        <summary>What the scenario is, in a few sentences</summary>
        <TextField path={['summary']} label="Summary" most={2000} long />
      </details>
      <details class="more">
        <summary>The pot itself: who holds it, what is in it already, other money in</summary>
        <div class="fields">
          <TextField
            path={['pot', 'holder']}
            label="Body that holds the pot"
            why="The partner or other body that keeps the account"
          />
          <NumberField path={['pot', 'opening']} label="In the pot at the start" unit="£" />
          <PercentField
            path={['pot', 'recycled']}
            label="Cashable benefit paid back in"
            why="Part of each year's cashable benefit that goes into the pot the year after"
          />
        </div>
        <p class="field-label">Other money in, £</p>
        <YearlyField path={['pot', 'receipts']} of="other money into the pot" />
        <Kept document={document} />
      </details>
    </>
  )
}

/** What a document may hold that this form keeps but does not change. */
function Kept({ document: { pot } }: { document: Draft }) {
  const kept = [
    pot.terms?.length ? 'published mechanisms (terms)' : '',
    pot.passedOn?.length ? 'contributions passed on' : '',
    pot.otherClaims?.length ? 'claims of other pots' : '',
  ].filter(Boolean)
  if (kept.length === 0) return null
  return (
    <p class="note">
      The document also holds {kept.join(', ')}. They are worked out and kept; they are changed in the
      exported file.
    </p>
  )
}
