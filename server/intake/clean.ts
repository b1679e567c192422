// Controls, zero-width characters and marks of direction: https://www.unicode.org/reports/tr36/
const UNSEEN = /[^\P{Cc}\t\n\r]|[\p{Cf}\ufffd]/gu

/** Text without what is not seen, its spaces plain and single. */
export const clean = (text: string): string => text.replace(UNSEEN, '').replace(/\s+/g, ' ').trim()

export const hasUnseen = (text: string): boolean => text.search(UNSEEN) >= 0

/** A name as it is compared: no case, accents, punctuation or joining words. */
export function normal(text: string): string {
  return clean(text)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/['’`]/g, '')
    .replace(/[^a-z0-9£%]+/g, ' ')
    .trim()
}
