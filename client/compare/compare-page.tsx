import { useEffect } from 'preact/hooks'
import { address } from '../api.ts'
import { BarsKey } from '../charts/bars-key.tsx'
import { saveFile } from '../files/csv.ts'
import { money, percent, pounds } from '../format.ts'
import { Fault } from '../frame/fault.tsx'
import { OwnNote } from '../frame/own-mark.tsx'
import { ViewLink } from '../frame/view-link.tsx'
import { wantSets } from '../sets/library.ts'
import { placesOf } from '../state/asked.ts'
import { count } from '../state/count.ts'
import { definition, definitionAsked, moves } from '../state/definition.ts'
import { ownIn } from '../state/own-figures.ts'
import { view } from '../state/store.ts'
import { list, lower, yearInWords } from '../words.ts'
import '../style/flow.css'
import '../style/compare.css'
import { BesideTable } from './beside-table.tsx'
import { CompareSentence } from './compare-sentence.tsx'
import { type Compared, compared } from './compared.ts'
import { FiguresTable } from './figures-table.tsx'
import { comparisonFile } from './file.ts'
import { Nearest } from './nearest.tsx'
import { PublishedSection } from './published-section.tsx'
import { sides, unknownSides } from './sides.ts'
import { populationsDiffer } from './sides-alike.ts'
import { Strips } from './strips.tsx'

/** Places side by side, the places most like one, and what others have published of it. */
export function ComparePage() {
  const shown = compared.answer.value
  useEffect(wantSets, [])
  const fault = compared.fault.value
  const busy = compared.busy.value
  return (
    <>
      <CompareSentence />
      <main class="wide-page" id="answer" tabIndex={-1} aria-busy={busy}>
        <h1 id="place-name">{headOf(sides.value.map(({ name }) => name))}</h1>
        {unknownSides.value.length > 0 && (
          <p class="notice" role="status">
            This count has no place {list(unknownSides.value.map((key) => `“${key}”`))}; it is left out of the
            comparison.
          </p>
        )}
        <Fault of={compared} />
        {!shown && !fault && <p class="finding">Setting them side by side.</p>}
        {shown && (
          <div class={`compared${busy ? ' dimmed' : ''}`}>
            <Body shown={shown.sides} query={shown.query} />
          </div>
        )}
        <Nearest />
        <PublishedSection />
      </main>
    </>
  )
}

/** Parted by semicolons beside the first: a side of several places has commas of its own. */
const headOf = ([first = '', ...others]: string[]) =>
  others.length === 0 ? first : `${first} beside ${others.join('; ')}`

function Body({ shown, query }: { shown: readonly Compared[]; query: Record<string, string> }) {
  const chosen = definition.value!
  const { year = '', prices = '' } = query
  const ownOf = ({ codes }: Pick<Compared, 'codes'>) => ownIn(codes, year)
  const holders = shown.flatMap(({ codes, name }) => {
    const own = ownOf({ codes })
    return own ? [{ name, own }] : []
  })
  const passed = { ...query, ...definitionAsked(chosen), measure: view.value.measure }
  return (
    <>
      <Finding shown={shown} year={year} />
      {moves.value !== '' && (
        <p class="caution">
          Shares are before your devolution what-if:{' '}
          <ViewLink to={{ page: 'control', lines: null }}>see what it would change</ViewLink>.
        </p>
      )}
      {view.value.measure === 'total' && populationsDiffer(shown) && (
        <p class="caution">
          Their populations differ by more than a tenth, so pounds in all say little:{' '}
          <ViewLink to={{ measure: 'head' }}>compare pounds a head</ViewLink>.
        </p>
      )}
      <FiguresTable sides={shown} year={year} />
      <OwnNote holders={holders} of={shown.length} />
      <p class="files">
        Everything compared:{' '}
        <button
          type="button"
          class="text-button"
          onClick={() =>
            saveFile(
              `comparison-${year}.csv`,
              comparisonFile(shown, {
                year,
                prices,
                definition: chosen.name,
                classNames: count.value!.classes.map(({ name }) => name),
                ownOf,
              }),
            )
          }
        >
          CSV
        </button>
        . Workbook of each:{' '}
        {shown.map(({ key, name, codes }, i) => (
          <span key={key}>
            {i > 0 && ', '}
            <a href={address('/exports/place.xlsx', { ...passed, places: placesOf(codes) })} download>
              {name}
            </a>
          </span>
        ))}
      </p>
      <Strips sides={shown} />
      <BesideTable id="beside-sectors" title="Who spends it" kind="sector" sides={shown} />
      <BarsKey />
      <BesideTable id="beside-divisions" title="On what" kind="division" sides={shown} />
    </>
  )
}

function Finding({ shown, year }: { shown: readonly Compared[]; year: string }) {
  const known = (of: 'head' | 'share') =>
    shown.filter((side) => side[of] !== null).sort((a, b) => b[of]! - a[of]!)
  const heads = known('head')
  const shares = known('share')
  if (shown.length < 2)
    return (
      <p class="finding">
        In {yearInWords(year)}, {money(shown[0]?.total ?? null)} was spent in {shown[0]?.name},{' '}
        {pounds(shown[0]?.head ?? null)} a head. Add up to three places or sets above, or take the nearest
        below.
      </p>
    )
  return (
    <p class="finding">
      {heads.length > 1 && (
        <>
          In {yearInWords(year)}, most a head was spent in {heads[0]!.name} (<b>{pounds(heads[0]!.head)}</b>),
          least in {heads.at(-1)!.name} (<b>{pounds(heads.at(-1)!.head)}</b>).{' '}
        </>
      )}
      {shares.length > 1 && (
        <>
          Taking local to mean “{lower(definition.value!.name)}”, the share under local control runs from{' '}
          <b>{percent(shares.at(-1)!.share)}</b> in {shares.at(-1)!.name} to{' '}
          <b>{percent(shares[0]!.share)}</b> in {shares[0]!.name}.
        </>
      )}
    </p>
  )
}
