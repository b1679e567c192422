/** Pounds by place, and the milliseconds it took to add them up. */
export interface Told {
  readonly ms: number
  readonly answer: readonly (readonly [place: string, amount: number])[]
}

/** One way of answering the same question, asked as often as wanted. */
export interface Arm {
  readonly name: string
  ask(): Promise<Told>
  close(): Promise<void> | void
}
