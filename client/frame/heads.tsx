import type { VNode } from 'preact'

/** Plain words, or a cell of one's own; nothing where the column is not there. */
type Head = string | VNode | false

/** The heads of a table's columns. */
export const Heads = ({ of }: { of: readonly Head[] }) => (
  <thead>
    <tr>
      {of.map((head, at) =>
        typeof head === 'string' ? (
          <th key={at} scope="col">
            {head}
          </th>
        ) : (
          head
        ),
      )}
    </tr>
  </thead>
)

/** The head of a column of figures. */
export const number = (words: string) => (
  <th scope="col" class="number">
    {words}
  </th>
)

/** A head that is only heard: to the eye its column says itself what it holds. */
export const hidden = (words: string) => (
  <th scope="col">
    <span class="hidden">{words}</span>
  </th>
)
