import { API } from './address.ts'

/** Address of a question as the server took it: parameters in one order, each value in one form. */
export function askedAddress(path: string, asked: object): string {
  const parts = Object.entries(asked)
    .filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => {
      const values = [value].flat().map((one) => (name === 'scope' ? `-${one}` : String(one)))
      return `${name}=${values.map(encodeURIComponent).join(',')}`
    })
  return `${API}${path}${parts.length > 0 ? '?' : ''}${parts.join('&')}`
}
