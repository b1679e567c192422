/** Whole pounds as typed, with or without £ and commas; null where it is no whole number. */
export function wholePounds(text: string): number | null {
  const plain = text.replace(/[£,\s]/g, '').replace('−', '-')
  return /^-?\d{1,15}$/.test(plain) ? Number(plain) : null
}
