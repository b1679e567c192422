// Controls, zero-width characters and marks of direction: https://www.unicode.org/reports/tr36/
const UNSEEN = /[^\P{Cc}\t\n\r]|[\p{Cf}\ufffd]/gu

/** Text without what is not seen, its spaces plain and single. */
export const clean = (text: string): string => text.replace(UNSEEN, '').replace(/\s+/g, ' ').trim()

export const hasUnseen = (text: string): boolean => text.search(UNSEEN) >= 0

/** Whether a text is a code of the Register of Geographic Codes. */
export const isPlaceCode = (text: string): boolean => /^[EWSNK]\d{8}$/i.test(text.replace(/\s/g, ''))

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

/** Words that name a kind of council and not the place it is of. */
const KINDS =
  /\b(?:council|city|borough|county|metropolitan|district|unitary|authority|london|royal|corporation|mbc|bc|cc|dc|ua|lb|the|of)\b/g

/** What is left of the name of a council or place once the kind of council is taken away. */
export const core = (name: string): string => normal(name).replace(KINDS, ' ').replace(/\s+/g, ' ').trim()
