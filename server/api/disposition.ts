const UNSAFE = /[\p{C}\\/:*?"<>|]+/gu
const LONGEST = 120

const encoded = (name: string) =>
  encodeURIComponent(name).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  )

/**
 * Content-Disposition of a file to be saved, under RFC 6266: a name any reader takes, and beside it the name in full
 * (RFC 8187), without what a file system does not take.
 *
 * @param plain the name in letters, digits and hyphens, without its extension
 * @param full the name as it is called, without its extension
 */
export function attachment(plain: string, full: string, extension: string): string {
  const clean = [...full.replace(UNSAFE, ' ').replace(/\s+/g, ' ').trim()].slice(0, LONGEST).join('')
  return `attachment; filename="${plain}.${extension}"; filename*=UTF-8''${encoded(`${clean || plain}.${extension}`)}`
}
