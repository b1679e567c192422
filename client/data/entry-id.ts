/** The id of an entry of the Data and method page: a section, or one row of it. */
export const entryId = (kind: string, id?: string) =>
  id === undefined ? kind : `${kind}-${id.replaceAll(/[^A-Za-z0-9._-]/g, '-')}`
