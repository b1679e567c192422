/**
 * Years as readers number them: the first is year 1, which is not discounted. The engine counts from 0.
 */
export const yearOf = (at: number): string => `Year ${at + 1}`

/** The same inside a sentence. */
export const inYear = (at: number): string => `year ${at + 1}`
