const FIGURES = new Intl.NumberFormat('en-GB')

/** A whole number as a reader writes it: 20,000. */
export const inFigures = (count: number): string => FIGURES.format(count)
