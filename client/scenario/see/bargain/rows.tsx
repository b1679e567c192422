import { Figure } from '../explain/figure.tsx'
import { partnerLabel, partnerName, RULE_NAMES, type Worked } from '../names.ts'
import type { Shown } from '../shown.ts'
import { failureWords, TESTS, type TestName, verdicts } from '../tests.ts'
import { pointed } from './pointed.ts'
import { ShareBox } from './share-box.tsx'

interface Props {
  shown: Shown
  columns: readonly (Worked | null)[]
}

/** What each partner ends with under each rule; in the last column a share can be typed. */
export function Nets({ shown, columns, write }: Props & { write: (value: number) => string }) {
  const { partners, sharing } = shown.reply
  return (
    <tbody>
      {partners.map((id, i) => (
        <tr key={id}>
          <th scope="row" class="bargain-who" title={partnerName(shown, id)}>
            {partnerLabel(shown, id)}
          </th>
          {columns.map((rule, at) => {
            const last = at === columns.length - 1
            const net = rule?.nets[i]
            const minus = net !== undefined && net < 0 && write(net).startsWith('−')
            return (
              <td
                key={rule?.rule ?? 'byHand'}
                class={`number${rule && sharing.rule === rule.rule ? ' in-force' : ''}${last ? ' by-hand' : ''}`}
              >
                {last && <ShareBox shown={shown} id={id} />}
                {rule && net !== undefined && (
                  <Figure
                    opens={{ of: 'net', rule: rule.rule, partner: id }}
                    about={`${partnerLabel(shown, id)}, ${RULE_NAMES[rule.rule]}`}
                    negative={minus}
                  >
                    {write(net)}
                  </Figure>
                )}
              </td>
            )
          })}
        </tr>
      ))}
    </tbody>
  )
}

/** The tests as rows of ticks and crosses; a cross opens the sentence that says who, how much and why. */
export function Tests({ shown, columns, names }: Props & { names: Record<TestName, string> }) {
  const put = columns.map((rule) => rule && verdicts(shown, rule))
  const { rule: now } = shown.reply.sharing
  const notPut = (row: number) => put.every((one) => one === null || one[row]!.passed === null)
  return (
    <tbody class="tests">
      {TESTS.map((test, row) => {
        if (notPut(row))
          return (
            <tr key={test}>
              <th scope="row" class="bargain-test">
                {names[test]}
              </th>
              {!(row > 0 && notPut(row - 1)) && (
                <td
                  class="note"
                  colSpan={columns.length}
                  rowSpan={TESTS.slice(row).filter((_, more) => notPut(row + more)).length}
                >
                  Not put: the scenario does not say what each group could do alone, or what a partner would
                  get by staying out.
                </td>
              )}
            </tr>
          )
        return (
          <tr key={test}>
            <th scope="row" class="bargain-test">
              {names[test]}
            </th>
            {columns.map((rule, at) => {
              const verdict = put[at]?.[row]
              return (
                <td
                  key={rule?.rule ?? 'byHand'}
                  class={`number${rule?.rule === now ? ' in-force' : ''}${at === columns.length - 1 ? ' by-hand' : ''}`}
                >
                  {rule && verdict?.passed === true && (
                    <span class="tick">
                      <span aria-hidden="true">✓</span>
                      <span class="hidden">passes</span>
                    </span>
                  )}
                  {rule && verdict?.passed === false && (
                    <button
                      type="button"
                      class="cross"
                      aria-pressed={pointed.value?.rule === rule.rule && pointed.value.test === test}
                      title={failureWords(verdict.failures)}
                      onClick={() => {
                        pointed.value = { rule: rule.rule, test }
                      }}
                    >
                      <span aria-hidden="true">✗</span>
                      <span class="hidden">
                        fails: {RULE_NAMES[rule.rule]}, {failureWords(verdict.failures)}
                      </span>
                    </button>
                  )}
                </td>
              )
            })}
          </tr>
        )
      })}
    </tbody>
  )
}
