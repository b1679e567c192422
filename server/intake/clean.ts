// Controls, zero-width characters and marks of direction: https://www.unicode.org/reports/tr36/
const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufffd]/g

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
