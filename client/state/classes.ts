/** How a set of classes the reader picked is written: classes:1,2,5. */
const PREFIX = 'classes:'

export const writeClasses = (classes: readonly number[]) =>
  `${PREFIX}${[...new Set(classes)].sort((a, b) => a - b).join(',')}`

/** The classes of a set written as classes:1,2,5; null for anything else. */
export function readClasses(text: string): number[] | null {
  if (!/^classes:[1-7](,[1-7]){0,20}$/.test(text)) return null
  return text.slice(PREFIX.length).split(',').map(Number)
}

/** The one way to write a set of classes; null where the text is none. */
export function canonical(text: string) {
  const classes = readClasses(text)
  return classes && writeClasses(classes)
}

/** How many classes a run from the left counts: 3 for 1, 2 and 3; null for any other set. */
export const runOf = (classes: readonly number[]) =>
  classes.every((number, i) => number === i + 1) ? classes.length : null

/** Classes in words: class 1, classes 1 to 3, classes 1, 2 and 5. */
export function classesInWords(classes: readonly number[]) {
  if (classes.length === 1) return `class ${classes[0]}`
  const run = classes.length > 2 && classes.every((number, i) => i === 0 || number === classes[i - 1]! + 1)
  if (run) return `classes ${classes[0]} to ${classes.at(-1)}`
  return `classes ${classes.slice(0, -1).join(', ')} and ${classes.at(-1)}`
}
