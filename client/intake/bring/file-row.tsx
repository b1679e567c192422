import { useSignal } from '@preact/signals'
import { counted, fileSize, integer } from '../../format.ts'
import { announce } from '../../frame/announcer.tsx'
import { Heads } from '../../frame/heads.tsx'
import { list } from '../../words.ts'
import { SEVERITY_WORDS } from '../check/rule-words.ts'
import { become } from '../state/intake.ts'
import { said } from '../state/said.ts'
import { type IntakeReply, takeFileOut } from '../state/server.ts'

type File = IntakeReply['files'][number]
type Table = File['tables'][number]

const TYPE_WORDS = { csv: 'CSV', xlsx: 'Excel workbook', parquet: 'Parquet' }
const PASSED_WORDS = {
  title: ['title', 'titles'],
  header: ['header', 'headers'],
  blank: ['blank row', 'blank rows'],
  note: ['note', 'notes'],
} as const

/** A file that is read: what is in it, what was passed over, and the way to take it out. */
export function FileRow({ intake, file }: { intake: string; file: File }) {
  const wrong = useSignal('')
  const busy = useSignal(false)
  const { name, bytes, type, encoding, tables, findings, sha256 } = file
  const remove = async () => {
    busy.value = true
    try {
      become(await takeFileOut(intake, name))
      announce(`${name} is taken out.`)
    } catch (error) {
      wrong.value = said(error, 'It could not be taken out.')
      busy.value = false
    }
  }
  return (
    <li class="file-row">
      <div class="file-head">
        <p class="file-name">
          <strong>{name}</strong>{' '}
          <span class="note">
            {fileSize(bytes)}, {TYPE_WORDS[type]}
            {encoding && `, ${encoding}`}
          </span>
        </p>
        <span class="file-acts">
          <button type="button" class="button small" disabled={busy.value} onClick={remove}>
            Remove<span class="hidden"> {name}</span>
          </button>
        </span>
      </div>
      {tables.map((table) => (
        <p key={table.sheet}>{tableInWords(table)}</p>
      ))}
      {findings.map(({ rule, severity, message, repair }) => (
        <p key={rule + message} class="file-finding">
          <strong>{SEVERITY_WORDS[severity].short}:</strong> {message} {repair}
        </p>
      ))}
      {wrong.value && (
        <p class="field-wrong" role="alert">
          {wrong.value}
        </p>
      )}
      <details>
        <summary>First rows, and the file's digest</summary>
        {tables.map((table) => (
          <Sample key={table.sheet} table={table} name={name} />
        ))}
        <p class="note digest">SHA-256, the fingerprint of its bytes: {sha256}</p>
      </details>
    </li>
  )
}

/** 1,022 rows of data in 7 columns; passed over: 2 titles and 1 blank row. */
function tableInWords({ sheet, data, headers, passed }: Table): string {
  const over = (Object.entries(PASSED_WORDS) as [keyof typeof PASSED_WORDS, readonly [string, string]][])
    .filter(([kind]) => passed[kind] > 0)
    .map(([kind, [one, many]]) => counted(passed[kind], one, many))
  return `${sheet === null ? '' : `Sheet “${sheet}”: `}${counted(data, 'row')} of data in ${counted(headers.length, 'column')}${over.length > 0 ? `; not data: ${list(over)}` : ''}.`
}

function Sample({ table, name }: { table: Table; name: string }) {
  const { sheet, headers, sample, headerRow } = table
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to take focus to be scrolled by keys
    <section class="scroll sample" tabIndex={0} aria-label={`First rows of ${sheet ?? name}`}>
      <table class="plain sample-table">
        <caption class="note">
          {sheet ?? name}; the columns are named in row {integer(headerRow)}.
        </caption>
        <Heads of={headers} />
        <tbody>
          {sample.map((row, at) => (
            <tr key={at}>
              {headers.map((_, column) => (
                <td key={column}>{row[column]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
