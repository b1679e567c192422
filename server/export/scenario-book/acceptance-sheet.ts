import type { TableSheet } from '../book.ts'
import { RULE_WORDS } from '../sharing-rules.ts'
import { SHARED } from './basis-sheet.ts'
import { HOW, live, POUNDS, yesNo } from './cells.ts'
import { hasGame, valueCell } from './coalition-sheet.ts'
import { type Material, rulesOf } from './material.ts'
import { stayingOut, stayingOutCells } from './reach-sheet.ts'
import { netCell, restsOnValues } from './rules-sheet.ts'

/** Whether each partner would take each split: yes, no, or not available. */
export function acceptanceSheet(material: Material): TableSheet {
  const { compiled, result } = material
  const outside = stayingOutCells(material)
  return {
    name: 'Acceptance tests',
    about: 'Whether each partner would take each split, in the order the tests are put',
    table: 'AcceptanceTests',
    columns: [
      { title: 'Rule', width: 22 },
      { title: 'Partner', width: 20 },
      { title: 'How', width: 20 },
      { title: 'Net present value £', width: 20, format: POUNDS },
      { title: 'No worse than with no deal', width: 18 },
      { title: 'No worse than alone', width: 18 },
      { title: 'No worse than by staying out', width: 18 },
      { title: 'No worse than where it falls', width: 18 },
    ],
    rows: rulesOf(material).flatMap((rule, block) =>
      compiled.partners.map((id, i) => {
        const outcome = result.sharing.rules.find((each) => each.rule === rule)!
        const row = 2 + block * compiled.partners.length + i
        const tests = outcome.available ? outcome.acceptance : null
        const atLeast = (than: string, passed: boolean | undefined) =>
          live(
            `IF(ISNUMBER(D${row}),IF(D${row}-${than}>=-${SHARED.allowance},"yes","no"),"[x]")`,
            passed === undefined ? null : yesNo(passed),
          )
        return [
          RULE_WORDS[rule],
          id,
          restsOnValues(rule, material) ? HOW.rests : HOW.live,
          live(netCell(material, rule, i), outcome.available ? outcome.nets[i]! : null),
          atLeast('0', tests?.betterThanNothing[i]),
          hasGame(material)
            ? live(
                `IF(OR(${SHARED.npv}<0,NOT(ISNUMBER(D${row}))),"[x]",IF(D${row}-${valueCell(1 << i)}>=-${SHARED.allowance},"yes","no"))`,
                tests?.betterThanAlone ? yesNo(tests.betterThanAlone[i]!) : null,
              )
            : '[x]',
          outside ? atLeast(stayingOut(i), tests?.betterThanFreeRiding?.[i]) : '[x]',
          atLeast(netCell(material, 'liesWhereItFalls', i), tests?.betterThanR0[i]),
        ]
      }),
    ),
  }
}

/** For each group and rule, what it could make by itself over what it is given. */
export function leavingSheet(material: Material): TableSheet {
  const { compiled, result, context } = material
  const { v, players } = context.game!
  const n = players.length
  const groups = Array.from({ length: Math.max(0, 2 ** n - 2) }, (_, at) => at + 1)
  const inIt = (mask: number) => compiled.partners.flatMap((_, i) => (mask & (1 << i) ? [i] : []))
  return {
    name: 'Groups that would leave',
    about: 'What each group could make by itself over what it is given: above nothing it would leave',
    table: 'GroupsThatWouldLeave',
    frozen: 1,
    columns: [
      { title: 'Coalition', width: 40 },
      ...rulesOf(material).map((rule) => ({
        title: `${RULE_WORDS[rule].replaceAll('-', ' ')}${restsOnValues(rule, material) ? ' formula on a value' : ''} £`,
        width: 20,
        format: POUNDS,
      })),
    ],
    rows: groups.map((mask) => [
      inIt(mask)
        .map((i) => compiled.partners[i])
        .join('+'),
      ...rulesOf(material).map((rule) => {
        const outcome = result.sharing.rules.find((each) => each.rule === rule)!
        const given = inIt(mask).map((i) => netCell(material, rule, i))
        return live(
          `IFERROR(${valueCell(mask)}-(${given.join('+')}),"[x]")`,
          outcome.available ? v[mask]! - inIt(mask).reduce((sum, i) => sum + outcome.nets[i]!, 0) : null,
        )
      }),
    ]),
  }
}
