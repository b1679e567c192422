const LONGEST = 120

/** What file systems and header lines cannot hold, or would read as something else. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const UNSAFE = /[\u0000-\u001f\u007f<>:"/\\|?*\u200b-\u200f\u2028-\u202e\u2066-\u2069]/g

/** A name that a file may have: no separators, nothing hidden, no dots first or last, never empty. */
export function fileName(name: string, extension: string): string {
  const safe = Array.from(
    name
      .replaceAll(/\p{Surrogate}/gu, ' ')
      .replaceAll(UNSAFE, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim(),
  )
    .slice(0, LONGEST)
    .join('')
    .replaceAll(/^[.\s=+@-]+|[.\s]+$/g, '')
  return `${safe || 'scenario'}.${extension}`
}

/** The Content-Disposition that saves a reply under a name: plain letters by RFC 6266, every letter by RFC 5987. */
export function attachment(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/[^ -~]/g, '')
    .replaceAll(/[%\\"]/g, '')
    .trim()
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain.startsWith('.') ? `total-place${plain}` : plain}"; filename*=UTF-8''${encoded}`
}
