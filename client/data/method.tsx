import type { Count } from '../api-types.ts'
import { ended, GRADES, upperFirst } from '../words.ts'

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
          <li key={grade}>
            <span>
              <strong>{grade}</strong> {upperFirst(meaning)}.
            </span>
          </li>
        ))}
      </ul>
      <h3>Rules</h3>
      <ul class="terms">
        {count.rules.map((rule) => (
          <li key={rule.id} id={`rule-${rule.id}`}>
            <span>
              <strong>{ended(rule.title)}</strong> {ended(rule.reason)}
            </span>
          </li>
        ))}
      </ul>
      <h3>Drivers</h3>
      <ul class="terms">
        {count.drivers.map((driver) => (
          <li key={driver.driver}>
            <span>
              <strong>{ended(driver.name)}</strong> From {titles.get(driver.source) ?? driver.source}.
            </span>
          </li>
        ))}
      </ul>
      <h3>Parts that can be left out</h3>
      <ul class="terms">
        {count.scope_tags.map((tag) => (
          <li key={tag.tag}>
            <span>
              <strong>{tag.name}.</strong> {ended(tag.meaning)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
