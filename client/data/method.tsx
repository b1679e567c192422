import type { Count } from '../api-types.ts'
import { DataLink } from '../frame/data-link.tsx'
import { ended, GRADES, upperFirst } from '../words.ts'
import { Entry } from './entry.tsx'

/** Rules, drivers and grades. */
export function Method({ count }: { count: Count }) {
  const titles = new Map(count.sources.map((source) => [source.id, source.title]))
  return (
    <section id="method" tabIndex={-1}>
      <h2>How lines are placed</h2>
      <p>
        A line is <strong>recorded</strong> where a publication gives it for the place, and{' '}
        <strong>shared out</strong> where a wider amount is divided by a driver; the parts add up to the
        published whole to the pound.
      </p>
      <h3>Grades</h3>
      <ul class="terms">
        {Object.entries(GRADES).map(([grade, meaning]) => (
          <Entry key={grade} kind="grade" id={grade}>
            <strong>{grade}</strong> {upperFirst(meaning)}.
          </Entry>
        ))}
      </ul>
      <h3>Rules</h3>
      <ul class="terms">
        {count.rules.map((rule) => (
          <Entry key={rule.id} kind="rule" id={rule.id}>
            <strong>{ended(rule.title)}</strong> {ended(rule.reason)}
          </Entry>
        ))}
      </ul>
      <h3>Drivers</h3>
      <ul class="terms">
        {count.drivers.map((driver) => (
          <Entry key={driver.driver} kind="driver" id={driver.driver}>
            <strong>{ended(driver.name)}</strong> From{' '}
            <DataLink kind="source" id={driver.source}>
              {titles.get(driver.source) ?? driver.source}
            </DataLink>
            .
          </Entry>
        ))}
      </ul>
      <h3>Parts that can be left out</h3>
      <ul class="terms">
        {count.scope_tags.map((tag) => (
          <Entry key={tag.tag} kind="scope" id={tag.tag}>
            <strong>{tag.name}.</strong> {ended(tag.meaning)}
          </Entry>
        ))}
      </ul>
    </section>
  )
}
