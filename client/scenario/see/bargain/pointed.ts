import { signal } from '@preact/signals'
import type { RuleName } from '../names.ts'
import type { TestName } from '../tests.ts'

/** The cross or the column that is being looked into; else the rule in force. */
export const pointed = signal<{ rule: RuleName; test: TestName | null } | null>(null)
