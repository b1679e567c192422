import { signal } from '@preact/signals'

type Documents = typeof import('./documents.ts')

/** The project's documents, once they have come. */
export const documents = signal<Documents | null>(null)

export async function openDocuments() {
  documents.value ??= await import('./documents.ts')
}
