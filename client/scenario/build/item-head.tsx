interface Props {
  title: string
  remove: () => void
  /** What is removed, for a reader who hears the button alone. */
  what: string
}

/** The name of one of several things, with the way to take it out; undo puts it back. */
export function ItemHead({ title, remove, what }: Props) {
  return (
    <div class="item-head">
      <h4>{title}</h4>
      <button type="button" class="button small" onClick={remove}>
        Remove<span class="hidden"> {what}</span>
      </button>
    </div>
  )
}
