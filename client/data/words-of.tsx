import type { ComponentChildren } from 'preact'

/** A paragraph or a list of a document written in Markdown: bold, emphasis, code; links as their words. */
export function Words({ text }: { text: string }) {
  const lines = text.split('\n')
  if (lines.every((line) => /^\s*[-*|]/.test(line))) {
    return (
      <ul class="terms">
        {lines
          .filter((line) => /[\p{L}\d]/u.test(line))
          .map((line) => (
            <li key={line}>
              <span>{inline(line.replace(/^\s*[-*]\s+/, '').replaceAll('|', ' '))}</span>
            </li>
          ))}
      </ul>
    )
  }
  if (lines.every((line) => /^\d+\. /.test(line))) {
    return (
      <ol class="rules">
        {lines.map((line) => (
          <li key={line}>{inline(line.replace(/^\d+\. /, ''))}</li>
        ))}
      </ol>
    )
  }
  return <p>{inline(text)}</p>
}

const MARKS = /(\*\*[^*]+\*\*|\*[^*]+\*|`[^`]+`|\[[^\]]+\]\([^)]+\))/

function inline(text: string): ComponentChildren[] {
  return text.split(MARKS).map((piece, i) => {
    if (piece.startsWith('**')) return <strong key={i}>{piece.slice(2, -2)}</strong>
    if (/^\*[^*]/.test(piece)) return <em key={i}>{piece.slice(1, -1)}</em>
    if (piece.startsWith('`')) return <code key={i}>{piece.slice(1, -1)}</code>
    return piece.startsWith('[') ? piece.slice(1, piece.indexOf(']')) : piece
  })
}
