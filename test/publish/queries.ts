/** Scripts and questions of an import being published, in the order they are run. */
export const SCRIPTS = ['publish-fine', 'publish-round', 'publish-given', 'publish-lines', 'publish-gone']
export const QUESTIONS = [
  'publish-coarse',
  'publish-purposes',
  'publish-wide',
  'publish-pounds',
  'publish-moves',
  'publish-overtaken',
  'publish-spend',
  'publish-replaced',
]
export const ON_IMPORT: readonly string[] = [...SCRIPTS, ...QUESTIONS]
/** Those that write a file; what they give is how many lines. */
export const WRITING: readonly string[] = ['publish-spend', 'publish-replaced']
