import { signal } from '@preact/signals'

/** The place under the pointer on the map. */
export const hovered = signal<string | null>(null)
