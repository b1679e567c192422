// The characters that server/intake/clean.ts takes out; a test holds the two to each other.
const UNSEEN = /[^\P{Cc}\t\n\r]|[\p{Cf}\ufffd]/gu

/** A header as the server compares it: no case, accents, punctuation or joining words. */
export const normal = (text: string): string =>
  text
    .replace(UNSEEN, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/['’`]/g, '')
    .replace(/[^a-z0-9£%]+/g, ' ')
    .trim()
