/** Years whose capital of local bodies is shared out under councils alone (docs/method.md). */
const CAPITAL_UNDER_COUNCILS = ['2013-14', '2014-15']

/** Moves between kinds of agency or functions that are changes of how money is counted, not of spending. */
export function movedClasses(from: string, year: string): string[] {
  const under = [from, year].filter((one) => CAPITAL_UNDER_COUNCILS.includes(one))
  return [
    'Schools that became academies move from Councils to Academies.',
    ...(under.length === 1
      ? [
          'Capital of police and fire stands under Councils in 2013 to 2014 and 2014 to 2015, and under Police and Fire and rescue after that.',
        ]
      : []),
    'Central services of police stand under General public services, and how much a force returns there differs from year to year.',
  ]
}
