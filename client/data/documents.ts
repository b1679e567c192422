export interface Decision {
  number: string
  title: string
  paragraphs: string[]
}

const DECISION_FILES: Record<string, string> = import.meta.glob('../../docs/decisions/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
})
const METHOD_FILES: Record<string, string> = import.meta.glob('../../docs/method.md', {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** The decisions of the project's own documents, taken in when the client is built. */
export const DECISIONS: readonly Decision[] = Object.entries(DECISION_FILES)
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([path, text]) => {
    const [head = '', ...paragraphs] = text.trim().split(/\n{2,}/)
    return {
      number: /(\d+)-[^/]+$/.exec(path)?.[1] ?? path,
      title: head.replace(/^#\s*(\d+\.\s*)?/, ''),
      paragraphs,
    }
  })

/** The paragraphs of a section of docs/method.md; none where it has no such heading. */
export function methodSection(title: string): string[] {
  const [, section = ''] = (Object.values(METHOD_FILES)[0] ?? '').split(`## ${title}\n`)
  return section
    .split(/\n## /)[0]!
    .trim()
    .split(/\n{2,}/)
    .filter(Boolean)
}
