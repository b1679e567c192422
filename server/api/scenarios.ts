import { type Request, type Response, Router } from 'express'
import { type Fault, fault, faultsOfForm } from '../scenario/document/fault.ts'
import { readScenario } from '../scenario/document/read.ts'
import { evaluate } from '../scenario/evaluate.ts'
import { gameFromKeys, keysOfGame } from '../scenario/games/coalition-keys.ts'
import type { Game } from '../scenario/games/game.ts'
import type { Solver } from '../scenario/games/lp.ts'
import { NoOptimum } from '../scenario/games/no-optimum.ts'
import { solveCostGame, solveGame } from '../scenario/games/solution.ts'
import type { Parameters } from '../scenario/parameters.ts'
import { type EvaluateReply, type SharingReply, sharingRequest } from './contract-scenarios.ts'
import { postOnly } from './post.ts'
import { Refusal, sendProblem } from './problem.ts'

export interface ScenarioParts {
  parameters: Parameters
  solve: Solver
}

/** Routes that work out a scenario document and a game; they keep nothing. Bodies are JSON, read before. */
export function scenarioRoutes(parts: ScenarioParts): Router {
  const router = Router()
  const pages = [
    ['/scenarios/evaluate', evaluateScenario],
    ['/sharing', shareGame],
  ] as const
  for (const [path, answer] of pages)
    postOnly(router, path, (request, response) => answer(parts, request, response))
  return router
}

const count = (faults: readonly Fault[]) =>
  faults.length === 1 ? 'One thing is wrong with it.' : `${faults.length} things are wrong with it.`

/** A scenario document worked out, or every fault that stands in the way. */
export function workedOut(
  document: unknown,
  { parameters, solve }: ScenarioParts,
): { reply: EvaluateReply } | { faults: Fault[] } {
  const found = readScenario(document, parameters)
  return 'faults' in found ? found : { reply: evaluate(found.scenario, { parameters, solve }) }
}

/** Refuses a document for all its faults. */
export const unworkable = (what: string, faults: readonly Fault[]) =>
  new Refusal(422, `The ${what} cannot be worked out. ${count(faults)}`, faults)

function evaluateScenario(parts: ScenarioParts, { body }: Request, response: Response): void {
  const found = workedOut(body, parts)
  if ('faults' in found) sendProblem(response, unworkable('scenario', found.faults))
  else response.json(found.reply)
}

function shareGame({ solve }: ScenarioParts, { body }: Request, response: Response): void {
  const parsed = sharingRequest.safeParse(body)
  if (!parsed.success) {
    const faults = parsed.error.issues.flatMap((issue) => faultsOfForm(issue, body))
    sendProblem(response, unworkable('game', faults))
    return
  }
  const key = 'v' in parsed.data ? 'v' : 'cost'
  const read = gameFromKeys(parsed.data.players, 'v' in parsed.data ? parsed.data.v : parsed.data.cost)
  if ('faults' in read) {
    const faults = read.faults.map(({ path, message }) =>
      fault(path[0] === 'players' ? path : [key, ...path], message),
    )
    sendProblem(response, unworkable('game', faults))
    return
  }
  try {
    response.json(key === 'v' ? asGame(read.game, solve) : asCost(read.game, solve))
  } catch (error) {
    if (!(error instanceof NoOptimum)) throw error
    const faults = [fault([key], 'no solution was found in the time allowed')]
    sendProblem(
      response,
      new Refusal(422, 'The game cannot be worked out. The solver did not find an optimum.', faults),
    )
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
