import type { Picture } from '../picture.ts'
import { bargainingPicture } from './bargaining.ts'
import { benefitsPicture } from './benefits.ts'
import { cumulativePicture } from './cumulative.ts'
import { paysGainsPicture } from './pays-gains.ts'
import { potPicture } from './pot.ts'
import type { Shown } from './shown.ts'
import { switchingPicture } from './switching.ts'
import { tornadoPicture } from './tornado.ts'

/** Every picture of a scenario by the name it is asked for. */
export const SCENARIO_PICTURES = {
  'pays-gains': paysGainsPicture,
  pot: potPicture,
  cumulative: cumulativePicture,
  benefits: benefitsPicture,
  bargaining: bargainingPicture,
  tornado: tornadoPicture,
  switching: switchingPicture,
} as const satisfies Record<string, (shown: Shown) => Picture>

export type ScenarioPicture = keyof typeof SCENARIO_PICTURES
