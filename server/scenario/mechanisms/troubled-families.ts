/**
 * The Troubled Families tariff, phase 1: a maximum a family, part on attachment and the rest on results,
 * the attachment part falling year by year; a fraction of families is unpaid as deadweight.
 */
export function troubledFamilies(
  maxPerFamily: number,
  attachmentShareByYear: readonly number[],
  deadweight: number,
): { attachment: number[]; result: number[]; maximum: (families: number) => number } {
  return {
    attachment: attachmentShareByYear.map((share) => maxPerFamily * share),
    result: attachmentShareByYear.map((share) => maxPerFamily * (1 - share)),
    maximum: (families) => families * (1 - deadweight) * maxPerFamily,
  }
}
