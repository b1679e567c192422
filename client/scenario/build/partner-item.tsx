import { money } from '../../format.ts'
import { ChoiceField } from '../field/choice-field.tsx'
import { NumberField, PercentField } from '../field/number-field.tsx'
import { TextField } from '../field/text-field.tsx'
import { YearlyField } from '../field/yearly-field.tsx'
import { append, put, without } from '../state/change.ts'
import { edit } from '../state/document.ts'
import type { Contribution, Draft, Partner } from '../state/draft.ts'
import { withoutPartner } from '../state/partner-edits.ts'
import { ItemHead } from './item-head.tsx'
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
      <ItemHead
        title={partner.name || `Partner ${at + 1}`}
        what={name}
        remove={() => edit((now) => withoutPartner(now, at), `${name} taken out`)}
      />
      <TextField path={['partners', at, 'name']} label="Name" />
      {own.map(({ item, i }) => (
        <Contributed key={i} item={item} at={i} name={name} />
      ))}
      <p class="acts">
        <GiveButtons partner={partner} name={name} has={own.length > 0} document={document} />
      </p>
      <details class="more">
        <summary>
          Ends before the programme does<span class="hidden">: {name}</span>
        </summary>
        <div class="fields">
          <NumberField
            path={['partners', at, 'lastYear']}
            label="Last year index"
            why="From 0. Its part then passes to the successor"
            whole
          />
          <ChoiceField path={['partners', at, 'successor']} label="Successor" options={others} none="None" />
        </div>
      </details>
    </fieldset>
  )
}

function GiveButtons({ partner, name, has, document }: Omit<Props, 'at'> & { name: string; has: boolean }) {
  const shares = document.pot.contributions.some(
    ({ kind, partner: whose }) => kind === 'share' && whose === partner.id,
  )
  const give = (item: object) =>
    edit(
      (now) => append(now, ['pot', 'contributions'], { partner: partner.id, ...item }),
      `what ${name} puts in`,
    )
  return (
    <>
      {!has && <span class="note">Puts nothing in yet.</span>}
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
        <PercentField
          path={[...path, 'share']}
          label={`${name}'s share`}
          why="Of the cost that fixed contributions do not meet; the shares add to 100%"
        />
      ) : (
        <YearlyField path={[...path, 'amounts']} of={`what ${name} puts in`} />
      )}
      {item.note !== undefined || item.kind === 'line' ? (
        <TextField path={[...path, 'note']} label="Source or baseline" most={2000} long />
      ) : (
        <button
          type="button"
          class="button small"
          onClick={() => edit((now) => put(now, [...path, 'note'], ''), 'a note')}
        >
          Add a source<span class="hidden"> for what {name} puts in</span>
        </button>
      )}
    </div>
  )
}
