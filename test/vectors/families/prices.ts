import type { Deflator } from '../../../server/scenario/value/prices.ts'
import { priceFactor, rebase } from '../../../server/scenario/value/prices.ts'
import type { Inputs, Shape } from '../types.ts'

export const prices: Shape[] = [
  {
    needs: ['cases'],
    work: ({ cases }, { parameters }) => ({
      values: cases.map((c: Inputs) => rebase(c.value, parameters.deflators.gdp!, c.from, c.to)),
      factors: cases.map((c: Inputs) => priceFactor(parameters.deflators.gdp!, c.from, c.to)),
    }),
  },
  {
    needs: ['index', 'nominal', 'base'],
    work: ({ index, nominal, base }) => {
      const deflator: Deflator = { id: 'given', index }
      return {
        real: Object.entries(nominal).map(([year, amount]) =>
          rebase(amount as number, deflator, year, String(base)),
        ),
      }
    },
  },
  {
    needs: ['items', 'targetIndex'],
    work: ({ items, targetIndex }) => ({
      uprated: Object.fromEntries(
        items.map(({ code, value, index }: Inputs) => [
          code,
          rebase(value, { id: 'given', index: { from: index, to: targetIndex } }, 'from', 'to'),
        ]),
      ),
    }),
  },
  {
    needs: ['base', 'forecastFrom'],
    work: ({ base }, { parameters }) => {
      const { index } = parameters.deflators.gdp!
      const inBase = 100 / index[String(base).slice(0, 7)]!
      return {
        index: Object.fromEntries(Object.entries(index).map(([year, value]) => [year, value * inBase])),
      }
    },
  },
]
