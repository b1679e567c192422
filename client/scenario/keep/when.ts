const DAY: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric' }
const HOUR: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hour12: false }

/** A moment as GOV.UK writes it, in the reader's own time: 5 March 2026, 14:05. */
export function whenInWords(iso: string): string {
  const moment = new Date(iso)
  return Number.isNaN(moment.getTime())
    ? iso
    : `${moment.toLocaleDateString('en-GB', DAY)}, ${moment.toLocaleTimeString('en-GB', HOUR)}`
}

/** A day as GOV.UK writes it: 5 March 2026. */
export const dayInWords = (iso: string) => whenInWords(iso).split(', ')[0]!
