import { money, percentTenth } from '../format.ts'
import { Door } from '../frame/door.tsx'
import { Heads, number } from '../frame/heads.tsx'
import { Scroll } from '../frame/scroll.tsx'
import { type Answer, classesOf, local } from '../state/answer.ts'
import { classesInWords } from '../state/classes.ts'
import { count, recordedOnly } from '../state/count.ts'
import { definition } from '../state/definition.ts'
import { CsvFile } from './csv-file.tsx'
import { type RangeRow, rangeRows } from './range.ts'

const TICKS = [0, 25, 50, 75, 100]

/** One place under every definition at once, on one scale, each bar made of the classes that it counts. */
export function Range({ shown }: { shown: Answer }) {
  const rows = rangeRows(shown.definitions, definition.value!, local.value)
  const partial = recordedOnly(count.value, shown.asked.year)
  const shares = rows.flatMap(({ share }) => (share === null ? [] : [share]))
  const { placeName } = shown.asked
  return (
    <section class="card range" aria-labelledby="range-title">
      <h2 id="range-title">The range</h2>
      <p class="note">
        {partial || shares.length === 0
          ? 'No share is drawn: see the pounds in the table.'
          : `The same money under ${rows.length} definitions: from ${percentTenth(Math.min(...shares))} to ${percentTenth(Math.max(...shares))} of it is local. Named definitions stand unchanged.`}
      </p>
      {!partial && shares.length > 0 && (
        <div class="range-chart" aria-hidden="true">
          {rows.map((row) => (
            <Bar key={row.key} row={row} amounts={classesOf(row.own ? shown.control : shown.shipped)} />
          ))}
          <div class="range-axis">
            {TICKS.map((tick) => (
              <span key={tick} style={{ left: `${tick}%` }}>
                {tick}%
              </span>
            ))}
          </div>
        </div>
      )}
      <Scroll label="Table of the range" class="stacks">
        <table class="plain">
          <caption class="hidden">Share of {placeName} under local control, by definition</caption>
          <Heads of={['Definition', number('Local'), number('Of all'), number('Share')]} />
          <tbody>
            {rows.map((row) => (
              <tr key={row.key} class={row.chosen ? 'chosen' : undefined}>
                <th scope="row">
                  {row.name}
                  <small>
                    {classesInWords(row.classes)}
                    {row.own && ', yours'}
                  </small>
                </th>
                <td class="number" data-head="Local">
                  <Door
                    opens={{ kind: row.own ? 'definition' : 'shipped', id: row.id }}
                    about={`local under ${row.name}`}
                  >
                    {money(row.numerator)}
                  </Door>
                </td>
                <td class="number" data-head="Of all">
                  {money(row.denominator)}
                </td>
                <td class="number" data-head="Share">
                  {partial ? 'not drawn' : percentTenth(row.share)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <p class="files">
        As a file:{' '}
        <CsvFile
          name={`Range of local control ${placeName} ${shown.asked.year}`}
          head={['definition', 'classes', 'rules', 'numerator', 'denominator', 'share', 'prices', 'year']}
          rows={rows.map((row) => [
            row.name,
            row.classes.join(' '),
            row.own ? shown.asked.rules : '',
            row.numerator,
            row.denominator,
            partial ? null : row.share,
            shown.asked.prices || 'cash',
            shown.asked.year,
          ])}
        />
      </p>
    </section>
  )
}

function Bar({ row, amounts }: { row: RangeRow; amounts: readonly number[] | null }) {
  const total = row.denominator ?? 0
  return (
    <div class={`range-row${row.chosen ? ' chosen' : ''}`}>
      <span class="range-name">{row.name}</span>
      <span class="range-bar">
        {row.share !== null &&
          amounts &&
          [...row.classes]
            .sort((a, b) => a - b)
            .filter((one) => amounts[one - 1]! > 0)
            .map((one) => (
              <span
                key={one}
                class={`segment class-${one}`}
                style={{ width: `${(amounts[one - 1]! / total) * 100}%` }}
              />
            ))}
      </span>
      <span class="range-sum">
        <b>{percentTenth(row.share)}</b> {money(row.numerator)} of {money(row.denominator)}
      </span>
    </div>
  )
}
