import {
  Bool,
  type DataType,
  Field,
  Float64,
  Int64,
  Schema,
  Table,
  tableToIPC,
  Utf8,
  vectorFromArray,
} from 'apache-arrow'

export interface ArrowColumn {
  readonly name: string
  readonly type: 'string' | 'number' | 'integer' | 'boolean'
  readonly unit?: string | undefined
  readonly values: readonly (string | number | boolean | null)[]
}

const TYPES: Readonly<Record<ArrowColumn['type'], DataType>> = {
  string: new Utf8(),
  number: new Float64(),
  integer: new Int64(),
  boolean: new Bool(),
}

const vectorOf = ({ type, values }: ArrowColumn) =>
  type === 'integer'
    ? vectorFromArray(
        values.map((value) => (value === null ? null : BigInt(value as number))),
        new Int64(),
      )
    : vectorFromArray([...values], TYPES[type])

/** Columns as an Arrow IPC stream; whole numbers are 64-bit, units stand in the metadata of their field. */
export function arrowOf(columns: readonly ArrowColumn[], metadata: Readonly<Record<string, string>>): Buffer {
  const fields = columns.map(
    ({ name, type, unit }) => new Field(name, TYPES[type], true, new Map(unit ? [['unit', unit]] : [])),
  )
  const schema = new Schema(fields, new Map(Object.entries(metadata)))
  const vectors = Object.fromEntries(columns.map((column) => [column.name, vectorOf(column)]))
  return Buffer.from(tableToIPC(new Table(schema, vectors), 'stream'))
}
