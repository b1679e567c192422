import { join } from 'node:path'

/** Name of the library in the state folder. */
export const LIBRARY = 'library.duckdb'

export const libraryFile = (folder: string) => join(folder, LIBRARY)
