import { upperFirst } from '../../words.ts'

/** The name of a file in words: no ending, hyphens only between digits, as of financial years. */
export const titleOf = (file: string): string =>
  upperFirst(
    file
      .replace(/\.[a-z0-9]+$/i, '')
      .replace(/_+|(?<!\d)-+|-+(?!\d)/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  )
