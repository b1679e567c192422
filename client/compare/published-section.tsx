import { Fragment } from 'preact'
import { poundsChange } from '../change/measured.ts'
import { change, counted, money, percent, percentTenth, points, pounds } from '../format.ts'
import { Fault } from '../frame/fault.tsx'
import { TableFiles } from '../frame/files.tsx'
import { Heads, number } from '../frame/heads.tsx'
import { ViewLink } from '../frame/view-link.tsx'
import { asked } from '../state/asked.ts'
import { prices } from '../state/passed.ts'
import { view } from '../state/store.ts'
import { ended, yearInWords } from '../words.ts'
import { opens } from './opening.ts'
import { ourView, type Published, published } from './published.ts'

const QUALIFIERS: Record<string, string> = {
  about: 'about ',
  more_than: 'more than ',
  less_than: 'less than ',
  from: 'from ',
  to: 'up to ',
}

const figure = (value: number | null, unit: Published['unit']) =>
  unit === 'share' ? percentTenth(value) : unit === 'GBP/person' ? pounds(value) : money(value)

function difference({ difference: by, ratio, unit }: Published) {
  if (by === null) return 'not known'
  if (unit === 'share') return points(by)
  const text = unit === 'GBP/person' ? poundsChange(by) : change(by)
  return ratio === null ? text : `${text} (ours is ${percent(ratio)} of it)`
}

/** What others have published of this place, beside ours; neither is adjusted. */
export function PublishedSection() {
  const shown = published.answer.value
  const own = shown && shown.places === asked.value?.places.join(',') ? shown : null
  const fault = published.fault.value
  return (
    <section class="block" aria-labelledby="published-title" aria-busy={published.busy.value}>
      <h2 id="published-title">What others have published of it</h2>
      <Fault of={published} />
      {!own && !fault && <p class="note">Looking for published counts.</p>}
      {own && own.rows.length === 0 && (
        <p class="note">
          No count of {asked.value!.placeName} by anyone else is known to us. There are counts of{' '}
          {own.elsewhere.map((row, i) => (
            <span key={row.places}>
              {i > 0 && ', '}
              <ViewLink to={{ places: row.places.split(',').sort(), lines: null }}>{row.place_name}</ViewLink>
            </span>
          ))}
          .
        </p>
      )}
      {own && own.rows.length > 0 && (
        <>
          <p class="note">
            {counted(own.rows.length, 'figure')} published by others, each with the nearest this count can
            come. Both stand as they are: neither is adjusted to the other
            {prices.value !== '' &&
              ', and both are in cash of their own years whatever prices are chosen above'}
            .{' '}
            <span class="files">
              Published counts: <TableFiles files={own.files} />
            </span>
          </p>
          <table class="plain published">
            <caption class="hidden">Figures published by others, with ours beside them</caption>
            <Heads
              of={[
                'What was published',
                number('Published'),
                number('Ours'),
                'Difference',
                'How near they are',
              ]}
            />
            <tbody>
              {own.rows.map((row, i) => (
                <Fragment key={row.id}>
                  {row.places !== own.places && row.places !== own.rows[i - 1]?.places && (
                    <tr class="of-member">
                      <th scope="colgroup" colSpan={5}>
                        Of {row.place_name} alone, one of the places here
                      </th>
                    </tr>
                  )}
                  <Row row={row} />
                </Fragment>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  )
}

function Row({ row }: { row: Published }) {
  const ours = ourView(row)
  const changes = ours && opens(ours, view.value, asked.value?.year ?? row.our_year)
  const cash = prices.value === '' || row.unit === 'share' ? '' : ', in cash'
  return (
    <tr>
      <th scope="row">
        {row.part_as_published ?? 'All spending'}, {row.place_as_published}, {row.year_as_published}
        <small>
          <a href={row.url} rel="noreferrer">
            {row.title}
          </a>
          , {row.publisher}. Confidence {row.confidence}.{row.stored_copy && ` ${ended(row.stored_copy)}`}
        </small>
      </th>
      <td class="number" data-head="Published">
        {QUALIFIERS[row.qualifier] ?? ''}
        <b>{figure(row.published, row.unit)}</b>
      </td>
      <td class="number" data-head={`Ours, ${yearInWords(row.our_year)}`}>
        {row.ours === null ? 'no figure' : <b>{figure(row.ours, row.unit)}</b>}
        <small>
          {yearInWords(row.our_year)}
          {cash}
        </small>
        {row.missing !== null && row.missing > 0 && <small>{counted(row.missing, 'return')} missing</small>}
      </td>
      <td data-head="Difference">{difference(row)}</td>
      <td data-head="How near they are">
        <small>
          {ended(row.coverage)} {ended(row.how_near)}
        </small>
        {changes && <small>{changes}</small>}
        {ours && (
          <ViewLink to={{ ...ours, page: 'explore' }}>
            Open ours at the nearest scope
            <span class="hidden">
              {' '}
              to {row.part_as_published ?? 'all spending'}, {row.year_as_published}
            </span>
          </ViewLink>
        )}
      </td>
    </tr>
  )
}
