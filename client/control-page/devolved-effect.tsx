import { money, percentTenth, points } from '../format.ts'
import { Heads, number } from '../frame/heads.tsx'
import { Scroll } from '../frame/scroll.tsx'
import { type Answer, classesOf } from '../state/answer.ts'
import { classesInWords } from '../state/classes.ts'
import { count, recordedOnly } from '../state/count.ts'
import { definition, localOf } from '../state/definition.ts'
import { afterShifts, effectInWords } from './devolution-words.ts'
import type { Devolved } from './devolved.ts'
import { StillStrip } from './still-strip.tsx'

/** What the moves do to the places on screen, under the definition on screen and under each that ships. */
export function DevolvedEffect({ shown, result }: { shown: Answer; result: Devolved }) {
  const before = classesOf(shown.control)
  const { together, between, definition: local } = result
  if (JSON.stringify(result.asked) !== JSON.stringify(shown.asked))
    return <p class="nothing">Working it out for {shown.asked.placeName}.</p>
  if (!before || !together) return <p class="nothing">Nothing is counted here, so nothing can move.</p>
  const after = afterShifts(before, between)
  const chosen = definition.value!
  const name = local.id === chosen.id ? chosen.name : local.name
  const partial = recordedOnly(count.value, shown.asked.year)
  const own = chosen.own ? [{ key: 'own', name: chosen.name, classes: chosen.classes }] : []
  const rows = [...count.value!.definitions.map((one) => ({ ...one, key: one.id })), ...own].map((one) => ({
    ...one,
    was: localOf(before, one.classes),
    is: localOf(after, one.classes),
  }))
  const share = (value: number | null) => (partial ? 'not drawn' : percentTenth(value))
  return (
    <>
      <div class="finding" role="status">
        {effectInWords(name, local.classes, partial ? shareless(together) : together, between).map(
          (sentence) => (
            <p key={sentence}>{sentence}</p>
          ),
        )}
      </div>
      <h3>Before</h3>
      <StillStrip amounts={before} classes={chosen.classes} />
      <h3>After</h3>
      <StillStrip amounts={after} classes={chosen.classes} />
      {shown.asked.rules !== '' && (
        <p class="note">Every row reads the lines by your own rules first, before and after.</p>
      )}
      <Scroll label="The what-if by definition" class="stacks">
        <table class="plain by-definition">
          <caption class="hidden">
            {shown.asked.placeName} before and after the moves, by the classes that each definition counts
          </caption>
          <Heads
            of={[
              'Classes counted as local',
              ...['Before', 'After', 'Share before', 'Share after', 'Change'].map(number),
            ]}
          />
          <tbody>
            {rows.map(({ key, name, classes, was, is }) => (
              <tr key={key} class={key === (chosen.own ? 'own' : chosen.id) ? 'chosen' : undefined}>
                <th scope="row">
                  {name}
                  <small>{classesInWords(classes)}</small>
                </th>
                <td class="number" data-head="Before">
                  {money(was.numerator)}
                </td>
                <td class="number" data-head="After">
                  {money(is.numerator)}
                </td>
                <td class="number" data-head="Share before">
                  {share(was.share)}
                </td>
                <td class="number" data-head="Share after">
                  {share(is.share)}
                </td>
                <td class="number" data-head="Change">
                  {partial || was.share === null || is.share === null
                    ? 'not drawn'
                    : points(is.share - was.share)}
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">All classes</th>
              <td class="number" data-head="Before">
                {money(localOf(before, ALL).denominator)}
              </td>
              <td class="number" data-head="After">
                {money(localOf(after, ALL).denominator)}
              </td>
              <td colSpan={3} class="number">
                the same total
              </td>
            </tr>
          </tfoot>
        </table>
      </Scroll>
    </>
  )
}

/** Recorded lines only give no share. */
const shareless = (effect: NonNullable<Devolved['together']>) => ({
  ...effect,
  share_before: null,
  share_after: null,
})

const ALL = [1, 2, 3, 4, 5, 6, 7]
