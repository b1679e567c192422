import { type Request, type Response, Router } from 'express'
import type { z } from 'zod'
import { type Fault, fault } from '../scenario/document/fault.ts'
import { readScenario } from '../scenario/document/read.ts'
import { evaluate } from '../scenario/evaluate.ts'
import { gameFromKeys, keysOfGame } from '../scenario/games/coalition-keys.ts'
import type { Game } from '../scenario/games/game.ts'
import type { Solver } from '../scenario/games/lp.ts'
import { solveCostGame, solveGame } from '../scenario/games/solution.ts'
import type { Parameters } from '../scenario/parameters.ts'
import { type EvaluateReply, type SharingReply, sharingRequest } from './contract-scenarios.ts'
import { refuse } from './refuse.ts'

export interface ScenarioParts {
  parameters: Parameters
  solve: Solver
}

/** Routes that work out a scenario document and a game; they keep nothing. Bodies are JSON, read before. */
export function scenarioRoutes(parts: ScenarioParts): Router {
  const router = Router()
  router.post('/scenarios/evaluate', (request, response) => evaluateScenario(parts, request, response))
  router.post('/sharing', (request, response) => shareGame(parts, request, response))
  return router
}

const count = (faults: readonly Fault[]) =>
  faults.length === 1 ? 'One thing is wrong with it.' : `${faults.length} things are wrong with it.`

function evaluateScenario({ parameters, solve }: ScenarioParts, { body }: Request, response: Response): void {
  const found = readScenario(body, parameters)
  if ('faults' in found) {
    refuse(response, 422, 'The scenario cannot be worked out', count(found.faults), found.faults)
    return
  }
  const reply: EvaluateReply = evaluate(found.scenario, { parameters, solve })
  response.json(reply)
}

function shareGame({ solve }: ScenarioParts, { body }: Request, response: Response): void {
  const parsed = sharingRequest.safeParse(body)
  if (!parsed.success) {
    const faults = parsed.error.issues.flatMap(flattened)
    refuse(response, 422, 'The game cannot be worked out', count(faults), faults)
    return
  }
  const key = 'v' in parsed.data ? 'v' : 'cost'
  const read = gameFromKeys(parsed.data.players, 'v' in parsed.data ? parsed.data.v : parsed.data.cost)
  if ('faults' in read) {
    const faults = read.faults.map(({ path, message }) =>
      fault(path[0] === 'players' ? path : [key, ...path], message),
    )
    refuse(response, 422, 'The game cannot be worked out', count(faults), faults)
    return
  }
  try {
    response.json(key === 'v' ? asGame(read.game, solve) : asCost(read.game, solve))
  } catch {
    const faults = [fault([key], 'no solution was found in the time allowed')]
    refuse(response, 422, 'The game cannot be worked out', 'The solver did not find an optimum.', faults)
  }
}

const asGame = (game: Game, solve: Solver): SharingReply => ({
  players: [...game.players],
  ...solveGame(game, solve),
})

function asCost(game: Game, solve: Solver): SharingReply {
  const { savings, ...rest } = solveCostGame(game, solve)
  return { players: [...game.players], savings: keysOfGame(savings), ...rest }
}

/** Faults of whichever form of a body it is nearest to. */
function flattened(issue: z.core.$ZodIssue): Fault[] {
  if (issue.code !== 'invalid_union') return [fault(issue.path as (string | number)[], issue.message)]
  const forms = issue.errors.map((form) => form.flatMap(flattened))
  const nearest = forms.sort((a, b) => a.length - b.length)[0] ?? []
  const prefix = issue.path.join('.')
  return nearest.map((each) => ({
    ...each,
    where: [prefix, each.where].filter((part) => part !== '').join('.'),
  }))
}
