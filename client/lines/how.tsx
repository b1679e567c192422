import { factor as factorInWords, integer, percentTenth, pounds } from '../format.ts'
import { DataLink } from '../frame/data-link.tsx'
import { count } from '../state/count.ts'
import { localOf } from '../state/definition.ts'
import { part } from '../state/store.ts'
import { ended, list, yearInWords } from '../words.ts'
import { ClassRules } from './class-rules.tsx'
import { figuresOf } from './figures-of.ts'
import { linesDefinition } from './lines.ts'

const open = part('lines')

/** How a figure that is more than a sum of lines is worked out, with its own numbers in it. */
export function How() {
  const figures = figuresOf.value
  const kind = open.value?.kind
  if (!figures || !kind) return null
  if (kind === 'head') return <Head {...figures} />
  if (kind === 'share' || kind === 'definition' || kind === 'shipped')
    return <Share classes={figures.classes} />
  if (kind === 'class')
    return (
      <>
        <Alone cash={figures.classes?.[Number(open.value!.id) - 1] ?? null} />
        <ClassRules classes={[Number(open.value!.id)]} />
      </>
    )
  return kind === 'all' ? <Alone cash={figures.total} /> : null
}

/** The same where nothing else is worked out. */
const Alone = ({ cash }: { cash: number | null }) =>
  figuresOf.value?.deflation ? (
    <div class="how">
      <Real cash={cash} />
    </div>
  ) : null

/** What on screen stands in real terms, from the cash of the lines. */
function Real({ cash, each = '' }: { cash: number | null; each?: string }) {
  const { deflation, factor } = figuresOf.value!
  if (!deflation || cash === null) return null
  return (
    <p class="note">
      In prices of {yearInWords(deflation.base)}: {pounds(cash)} × {factorInWords(factor)} ={' '}
      <strong>{pounds(cash * factor)}</strong>
      {each}. {ended(`${deflation.title}, ${deflation.publisher}, ${deflation.published}`)}
    </p>
  )
}

function Head({ total, persons, head, estimated }: NonNullable<typeof figuresOf.value>) {
  const known = count.value!
  const source = known.drivers.find(({ driver }) => driver === 'population')?.source
  const title = known.sources.find(({ id }) => id === source)?.title
  return (
    <div class="how">
      <p class="formula">
        {pounds(total)} ÷ {integer(persons)} people = <strong>{pounds(head)} a head</strong>
      </p>
      <Real cash={head} each=" a head" />
      <p class="note">
        People at mid-year:{' '}
        {source ? (
          <DataLink kind="source" id={source}>
            {title}
          </DataLink>
        ) : (
          'not known'
        )}
        .{' '}
        {estimated.length > 0 &&
          `An estimate for ${list(estimated)}: the source gives later boundaries, taken apart by the census.`}
      </p>
    </div>
  )
}

function Share({ classes }: { classes: readonly number[] | null }) {
  const chosen = linesDefinition.value
  if (!chosen) return null
  const { numerator, denominator, share } = localOf(classes, chosen.classes)
  return (
    <div class="how">
      <p class="formula">
        {pounds(numerator)} ÷ {pounds(denominator)} = <strong>{percentTenth(share)}</strong>
      </p>
      <Real cash={numerator} />
      <p class="note">
        {ended(chosen.meaning)} Counted as local:{' '}
        {list(
          count
            .value!.classes.filter((one) => chosen.classes.includes(one.class))
            .map((one) => `${one.class} ${one.name} (${pounds(classes?.[one.class - 1] ?? null)})`),
        )}
        . Below are the lines of the part counted as local.
      </p>
      <ClassRules classes={chosen.classes} />
    </div>
  )
}
