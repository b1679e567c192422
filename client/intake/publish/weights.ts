export interface Weights {
  weights: Record<string, number>
  faults: string[]
}

const LINE = /^\s*"?([^\t,;"]+?)"?\s*[\t,;]\s*"?([\d.,\s]+)"?\s*$/

/** Weights as they are pasted, a code or name of a place and a weight a line; what cannot be read is told by line. */
export function readWeights(text: string, codeOf: (name: string) => string | undefined): Weights {
  const weights: Record<string, number> = {}
  const faults: string[] = []
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue
    const [, name = '', number = ''] = LINE.exec(line) ?? []
    const code = codeOf(name)
    const weight = Number(number.replace(/[,\s]/g, ''))
    if (name === '') faults.push(`Line ${at + 1}: write a code, a tab and a weight.`)
    else if (!code) faults.push(`Line ${at + 1}: ${name} is no place that this is shared over.`)
    else if (!Number.isFinite(weight) || number.trim() === '')
      faults.push(`Line ${at + 1}: ${number} is no weight.`)
    else if (code in weights) faults.push(`Line ${at + 1}: ${name} stands twice.`)
    else weights[code] = weight
  }
  if (faults.length === 0 && Object.values(weights).every((weight) => weight === 0))
    faults.push('There is no weight above nought.')
  return { weights, faults }
}
