import { signal } from '@preact/signals'
import type { Asked } from './explanation.ts'

/** The figure that is open, if one is. */
export const opened = signal<Asked | null>(null)
