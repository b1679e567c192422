const DAY: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric' }
const HOUR: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hour12: false }

/** A moment as GOV.UK writes it, in the reader's own time: 5 March 2026, 14:05. */
export function whenInWords(iso: string): string {
  const moment = new Date(iso)
  return Number.isNaN(moment.getTime())
    ? iso
    : `${moment.toLocaleDateString('en-GB', DAY)}, ${moment.toLocaleTimeString('en-GB', HOUR)}`
}

/** An ISO date as GOV.UK writes it, the same day wherever it is read: 5 March 2026. */
export const dayInWords = (date: string) =>
  new Date(date).toLocaleDateString('en-GB', { ...DAY, timeZone: 'UTC' })
