interface Props<T extends string> {
  label: string
  value: T
  options: readonly { value: T; text: string }[]
  onChoose: (value: T) => void
}

/** A word of the question that opens a native list. */
export function WordSelect<T extends string>({ label, value, options, onChoose }: Props<T>) {
  return (
    <select
      class="word"
      aria-label={label}
      value={value}
      onChange={(event) => onChoose(event.currentTarget.value as T)}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value} selected={option.value === value}>
          {option.text}
        </option>
      ))}
    </select>
  )
}
