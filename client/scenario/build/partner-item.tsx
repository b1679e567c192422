import { money } from '../../format.ts'
import { ChoiceField } from '../field/choice-field.tsx'
import { NumberField, PercentField } from '../field/number-field.tsx'
import { TextField } from '../field/text-field.tsx'
import { YearlyField } from '../field/yearly-field.tsx'
import { append, without } from '../state/change.ts'
import { edit } from '../state/document.ts'
import type { Contribution, Draft, Partner } from '../state/draft.ts'
import { withoutPartner } from '../state/partner-edits.ts'
import { partnerOptions } from './partner-name.ts'

interface Props {
  document: Draft
  partner: Partner
  at: number
}

/** A partner: its name, and what it puts in. */
export function PartnerItem({ document, partner, at }: Props) {
  const name = partner.name || `partner ${at + 1}`
  const own = document.pot.contributions.flatMap((item, i) =>
    item.partner === partner.id ? [{ item, i }] : [],
  )
  const others = partnerOptions(document).filter(({ value }) => value !== partner.id)
  return (
    <fieldset class="item">
      <legend class="hidden">{name}</legend>
      <div class="named">
        <TextField path={['partners', at, 'name']} label={`Partner ${at + 1}`} />
        <button
          type="button"
          class="button small"
          onClick={() => edit((now) => withoutPartner(now, at), `${name} taken out`)}
        >
          Remove<span class="hidden"> {name}</span>
        </button>
      </div>
      {own.map(({ item, i }) => (
        <Contributed key={i} item={item} at={i} name={name} />
      ))}
      {own.length === 0 && (
        <div class="acts">
          <GiveButtons partner={partner} name={name} contributions={own} />
        </div>
      )}
      <details class="more">
        <summary>
          {own.length > 0 && 'Another contribution, '}source, ends early<span class="hidden">: {name}</span>
        </summary>
        {own.length > 0 && (
          <div class="acts">
            <GiveButtons partner={partner} name={name} contributions={own} />
          </div>
        )}
        {own.map(({ item, i }) => (
          <TextField
            key={i}
            path={['pot', 'contributions', i, 'note']}
            label={`Source or baseline: ${KINDS[item.kind].toLowerCase()}`}
            most={2000}
            long
          />
        ))}
        <div class="fields">
          <NumberField
            path={['partners', at, 'lastYear']}
            label="Ends after year index"
            why="From 0, if it ends early. Its part then passes on"
            whole
          />
          <ChoiceField
            path={['partners', at, 'successor']}
            label="Passes to"
            options={others}
            none="Nobody"
          />
        </div>
      </details>
    </fieldset>
  )
}

interface GiveProps {
  partner: Partner
  name: string
  contributions: readonly { item: Contribution }[]
}

function GiveButtons({ partner, name, contributions }: GiveProps) {
  const shares = contributions.some(({ item }) => item.kind === 'share')
  const give = (item: object) =>
    edit(
      (now) => append(now, ['pot', 'contributions'], { partner: partner.id, ...item }),
      `what ${name} puts in`,
    )
  return (
    <>
      {contributions.length === 0 && <span class="note">Puts nothing in yet.</span>}
      {!shares && (
        <button type="button" class="button small" onClick={() => give({ kind: 'share' })}>
          Give a share of the cost<span class="hidden"> to {name}</span>
        </button>
      )}
      <button type="button" class="button small" onClick={() => give({ kind: 'amounts' })}>
        Give pounds by year<span class="hidden"> to {name}</span>
      </button>
    </>
  )
}

const KINDS: Record<Contribution['kind'], string> = {
  share: 'Share of the cost',
  amounts: 'Pounds by year',
  line: 'From a line of the count',
}

function Contributed({ item, at, name }: { item: Contribution; at: number; name: string }) {
  const path = ['pot', 'contributions', at]
  const line = item.kind === 'line' ? item.line : undefined
  return (
    <div class="contribution">
      <div class="item-head">
        <p class="field-label">
          {KINDS[item.kind]}
          {line?.amount !== undefined && <span class="field-unit">, of {money(line.amount)} a year</span>}
        </p>
        <button
          type="button"
          class="button small"
          onClick={() => edit((now) => without(now, ['pot', 'contributions'], at), `what ${name} puts in`)}
        >
          Remove<span class="hidden"> this contribution of {name}</span>
        </button>
      </div>
      {item.kind === 'share' ? (
        <PercentField path={[...path, 'share']} label={`Share of ${name}`} quiet />
      ) : (
        <YearlyField path={[...path, 'amounts']} of={`what ${name} puts in`} />
      )}
    </div>
  )
}
