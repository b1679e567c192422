/** Columns that the header of a query promises, as `name TYPE`. */
export function promised(sql: string): string[] {
  const result = /-- result: [\s\S]*?(?=\n\n)/.exec(sql)![0]
  return [...result.matchAll(/^-- {3}(\S+) ((?:STRUCT\(.*?\)|[A-Z]+)(?:\[\])?) {2}\S/gm)].map(
    ([, name, type]) => `${name} ${type}`,
  )
}
