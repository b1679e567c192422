import { counted } from '../../format.ts'
import { Heads } from '../../frame/heads.tsx'
import { list } from '../../words.ts'
import type { IntakeReply } from '../state/server.ts'
import { changeBy } from './draft.ts'
import { type Column, columnsOf, filesWith, type Mapping, type Proposal, withMeaning } from './mapping.ts'
import { CONFIDENCE_WORDS, MEANING_ORDER, MEANING_WORDS, type Meaning } from './meanings.ts'
import { SaysOf } from './says-of.tsx'

const SHOWN = 3

interface Props {
  files: IntakeReply['files']
  proposal: Proposal
  mapping: Mapping
}

/** A row a column: its name, its first cells, what it means and why it is thought so. */
export function ColumnTable({ files, proposal, mapping }: Props) {
  const all = columnsOf(proposal, mapping)
  const across = all.filter(({ meaning }) => meaning === 'amount').length > 1
  const out = across ? all.filter(isOut) : []
  const read = across ? all.filter((column) => !isOut(column)) : all
  const rows = (columns: readonly Column[]) => (
    <Rows
      all={all.map(({ header }) => header)}
      columns={columns}
      files={files}
      proposed={proposal.mapping.columns}
      across={across}
    />
  )
  return (
    <>
      {across && (
        <p class="note">
          {counted(all.filter(({ meaning }) => meaning === 'amount').length, 'column')} of amounts stand side
          by side: each figure is checked as a row of its own, of what its column says.
        </p>
      )}
      {rows(read)}
      {out.length > 0 && (
        <details class="more">
          <summary>{counted(out.length, 'column')} left out, each with the reason</summary>
          {rows(out)}
        </details>
      )}
    </>
  )
}

const isOut = ({ meaning, changed }: Column) =>
  !changed && (meaning === 'ignore' || meaning === 'other-amount')

interface RowsProps {
  /** The names that columns go by. */
  all: readonly string[]
  columns: readonly Column[]
  files: Props['files']
  proposed: Mapping['columns']
  across: boolean
}

function Rows({ all, columns, files, proposed, across }: RowsProps) {
  return (
    <table class="plain column-table">
      <Heads of={['Column', 'First cells', 'Means', 'Why']} />
      <tbody>
        {columns.map((column, at) => (
          <Row
            key={column.header + at}
            column={column}
            of={filesWith(column.header, files, all)}
            proposed={proposed}
            across={across}
          />
        ))}
      </tbody>
    </table>
  )
}

interface RowProps {
  column: Column
  of: readonly string[]
  proposed: Mapping['columns']
  across: boolean
}

function Row({ column, of, proposed, across }: RowProps) {
  const { header, sample, meaning, why, confidence, changed } = column
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
            changeBy((now) => withMeaning(now, header, next, proposed))
          }}
        >
          {MEANING_ORDER.map((each) => (
            <option key={each} value={each}>
              {MEANING_WORDS[each].name}
            </option>
          ))}
        </select>
        {across && meaning === 'amount' && <SaysOf column={column} />}
      </td>
      <td class="reason">
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
