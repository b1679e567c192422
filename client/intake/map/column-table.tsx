import type { ComponentChildren } from 'preact'
import { counted } from '../../format.ts'
import { list } from '../../words.ts'
import type { IntakeReply } from '../state/server.ts'
import { changeBy } from './draft.ts'
import { saysInWords } from './in-words.ts'
import { type Column, columnsOf, filesWith, type Mapping, type Proposal, withMeaning } from './mapping.ts'
import { CONFIDENCE_WORDS, MEANING_ORDER, MEANING_WORDS, type Meaning } from './meanings.ts'

const SHOWN = 3

interface Props {
  files: IntakeReply['files']
  proposal: Proposal
  mapping: Mapping
}

/** More columns than these, and those that are proposed to be left out are folded away. */
const MANY = 24

/** A row a column: its name, its first cells, what it means and why it is thought so. */
export function ColumnTable({ files, proposal, mapping }: Props) {
  const rows = columnsOf(proposal, mapping).map((column, at) => ({
    column,
    row: (
      <Row
        key={column.header + at}
        column={column}
        proposed={proposal.columns[at]}
        of={filesWith(column.header, files)}
      />
    ),
  }))
  const folded = rows.length > MANY ? rows.filter(({ column }) => column.proposed === 'ignore') : []
  return (
    <>
      <Table>{rows.filter((one) => !folded.includes(one)).map(({ row }) => row)}</Table>
      {folded.length > 0 && (
        <details class="more">
          <summary>{counted(folded.length, 'more column')}, proposed to be left out</summary>
          <Table>{folded.map(({ row }) => row)}</Table>
        </details>
      )}
    </>
  )
}

function Table({ children }: { children: ComponentChildren }) {
  return (
    <table class="plain column-table">
      <thead>
        <tr>
          <th scope="col">Column</th>
          <th scope="col">First cells</th>
          <th scope="col">Means</th>
          <th scope="col">Why</th>
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  )
}

interface RowProps {
  column: Column
  proposed: Proposal['columns'][number] | undefined
  /** The files that have it, where not all do. */
  of: readonly string[]
}

function Row({ column, proposed, of }: RowProps) {
  const { header, sample, meaning, why, confidence, changed, says } = column
  const cells = sample.filter((cell) => cell.trim() !== '').slice(0, SHOWN)
  return (
    <tr class={meaning === 'ignore' || meaning === 'other-amount' ? 'left-out' : undefined}>
      <th scope="row">
        {header}
        {of.length > 0 && <small>in {list(of)}</small>}
      </th>
      <td class="cells">
        {cells.length === 0 ? (
          <span class="note">empty</span>
        ) : (
          cells.map((cell, at) => (
            <span key={at} class="cell">
              {cell}
            </span>
          ))
        )}
      </td>
      <td>
        <select
          aria-label={`What ${header} means`}
          value={meaning}
          onChange={(event) => {
            const next = event.currentTarget.value as Meaning
            changeBy((now) => withMeaning(now, header, next, proposed?.says))
          }}
        >
          {MEANING_ORDER.map((each) => (
            <option key={each} value={each}>
              {MEANING_WORDS[each].name}
            </option>
          ))}
        </select>
        {says && meaning === 'amount' && <small>of {saysInWords(says)}</small>}
      </td>
      <td class="why">
        {changed ? (
          <>
            <strong>Chosen by you.</strong>{' '}
            <span class="note">
              Proposed as “{proposedName(column)}”: {why}
            </span>
          </>
        ) : (
          <>
            <strong class={`sure-${confidence}`}>{CONFIDENCE_WORDS[confidence]}.</strong> {why}
          </>
        )}
      </td>
    </tr>
  )
}

const proposedName = ({ proposed }: Column) => MEANING_WORDS[proposed].name
