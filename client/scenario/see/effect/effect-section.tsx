import { stretches } from '../../../control/spans.ts'
import { dealMoney, money, percentHundredth } from '../../../format.ts'
import { placesName } from '../../../state/asked.ts'
import { count, opened, recordedOnly } from '../../../state/count.ts'
import { definition, localOf } from '../../../state/definition.ts'
import { ended, list, yearInWords } from '../../../words.ts'
import { ChartCard } from '../chart-card.tsx'
import { partnerLabel } from '../names.ts'
import type { Shown } from '../shown.ts'
import { type Cell, sumOf, type Twin } from '../twin.ts'
import { drawnOf, type Effect, effectOf, type Moved, POOLED, yearly } from './effect.ts'
import { placeRows } from './place-rows.ts'

/** What the pool does to the place: the share under local control, and pooled, before and after. */
export function EffectOnPlace({ shown }: { shown: Shown }) {
  const found = placeRows.answer.value
  const known = opened.answer.value
  const chosen = definition.value
  if (shown.document.places.length === 0)
    return (
      <section class="card see-card wide" aria-labelledby="effect">
        <h2 id="effect">Effect on the place</h2>
        <p class="says">
          The scenario names no place, so there is nothing to set the pool against. Name one to see what it
          does to local control there.
        </p>
      </section>
    )
  const fault = placeRows.fault.value
  if (fault) return <Unknown words={`What is spent there could not be read: ${fault.message}`} />
  if (!found || !known || !chosen || !count.value) return <Unknown words="Reading what is spent there." />
  const partners = shown.reply.partners.map((id) => ({
    id,
    amount: yearly(shown.reply.flows.partners[id]!.investment),
    drawn: drawnOf(shown.document, id),
  }))
  const effect = effectOf(found.rows, partners)
  const before = localOf(effect.before, chosen.classes)
  const after = localOf(effect.after, chosen.classes)
  const total = before.denominator ?? 0
  const pooled = (amounts: readonly number[]) => (total > 0 ? amounts[POOLED - 1]! / total : null)
  const moved = effect.after[POOLED - 1]! - effect.before[POOLED - 1]!
  const partial = recordedOnly(count.value, found.year)
  const unknown = effect.moves.filter(({ from, amount }) => from === null && amount > 0)
  if (moved === 0 && unknown.length > 0)
    return (
      <Unknown words="The scenario does not say which lines of the count the money comes from, so what the pool does to local control cannot be worked out. Partners added from the count bring their lines with them." />
    )
  const place = placesName(known, found.places)
  return (
    <ChartCard
      id="effect"
      title="Effect on the place"
      says={
        <>
          Pooling {dealMoney(moved)} a year takes the share of {place}’s money that is shared or pooled from{' '}
          {percentHundredth(pooled(effect.before))} to{' '}
          <strong>{percentHundredth(pooled(effect.after))}</strong>
          {!partial && (
            <>
              , and the share under local control, meaning “{chosen.name}”, from{' '}
              {percentHundredth(before.share)} to <strong>{percentHundredth(after.share)}</strong>
            </>
          )}
          .
        </>
      }
      note={
        <>
          Worked out so: what each partner puts in, on average over the years in which it puts money in,
          leaves the classes that its lines in the count stand in, in proportion to them, and joins class{' '}
          {POOLED}. The count is of {yearInWords(found.year)}, cash prices; the scenario is in prices of{' '}
          {shown.reply.priceBase}, and the two are set side by side as they are. Benefits do not enter.
          {partial && ' Recorded lines only in that year: no share under local control is drawn.'}
        </>
      }
      twin={effectTwin(effect, count.value.classes)}
      wide
    >
      <Strips effect={effect} />
      <ul class="effect-moves note">
        {effect.moves
          .filter(({ amount }) => amount > 0)
          .map((move) => (
            <li key={move.partner}>{moveWords(shown, move, found.rows)}</li>
          ))}
      </ul>
      {unknown.length > 0 && (
        <p class="note caution">
          Left out of both sides: {list(unknown.map(({ partner }) => partnerLabel(shown, partner)))}, because
          the scenario does not say which lines of the count the money comes from.
        </p>
      )}
    </ChartCard>
  )
}

const Unknown = ({ words }: { words: string }) => (
  <section class="card see-card wide" aria-labelledby="effect">
    <h2 id="effect">Effect on the place</h2>
    <p class="says">{words}</p>
  </section>
)

function moveWords(
  shown: Shown,
  { partner, amount, drawn, from, holds }: Moved,
  rows: Parameters<typeof effectOf>[0],
) {
  const name = partnerLabel(shown, partner)
  if (!drawn || !from) return `${name}: ${dealMoney(amount)} a year, from lines not known.`
  const row = rows.find((one) => one[drawn.by] === drawn.id)
  const body = (drawn.by === 'sector' ? row?.sector_name : row?.agency_name) ?? drawn.id
  const out = from.flatMap((part, i) => (part > 0.5 ? [`class ${i + 1} ${dealMoney(part)}`] : []))
  const more = amount > holds ? ' That is more than they hold.' : ''
  return (
    ended(
      `${name}: ${dealMoney(amount)} a year of the ${money(holds)} of “${body}”${drawn.named ? '' : ', told by its name'}, out of ${list(out)}`,
    ) + more
  )
}

function Strips({ effect }: { effect: Effect }) {
  const strip = (amounts: readonly number[], name: string) => {
    const spans = stretches(amounts)
    return (
      <div class="effect-strip">
        <span>{name}</span>
        {spans ? (
          <div class="strip" aria-hidden="true">
            {spans.map(({ from, to }, i) => (
              <span
                key={i}
                class={`segment class-${i + 1}`}
                style={{ left: `${from}%`, width: `${to - from}%` }}
              >
                {to - from > 4 && <b>{i + 1}</b>}
              </span>
            ))}
          </div>
        ) : (
          <span class="note">No strip: a class is negative here.</span>
        )}
      </div>
    )
  }
  return (
    <div class="effect-strips">
      {strip(effect.before, 'Before')}
      {strip(effect.after, 'After')}
    </div>
  )
}

function effectTwin({ before, after }: Effect, classes: readonly { class: number; name: string }[]): Twin {
  const rows = classes.map((one): Cell[] => {
    const [was, is] = [before[one.class - 1]!, after[one.class - 1]!]
    return [`${one.class} ${one.name}`, was, is - was, is]
  })
  return {
    caption: 'Spending by class of control, before and after the pool, a year',
    columns: [
      { head: 'Class', unit: 'text' },
      { head: 'Before', unit: 'pounds' },
      { head: 'Moved', unit: 'pounds' },
      { head: 'After', unit: 'pounds' },
    ],
    rows,
    foot: ['Sum', sumOf(rows, 1), sumOf(rows, 2), sumOf(rows, 3)],
  }
}
