import type { Count } from '../api-types.ts'
import { type ClassRule, readRules } from '../state/rules.ts'

/** A change in plain words, with what it assumes. */
export interface Preset {
  id: string
  name: string
  note: string
  rules: readonly ClassRule[]
}

const preset = (id: string, name: string, note: string, rules: string): Preset => ({
  id,
  name,
  note,
  rules: readRules(rules)!,
})

const DEFINITION: readonly Preset[] = [
  preset(
    'schools',
    'Schools grant counts as locally decided',
    'Council spending on education, which dedicated schools grant pays into, to class 1.',
    'rule:education>1',
  ),
  preset(
    'public-health',
    'Public health un-ring-fenced',
    'Council spending on public health, to class 1.',
    'rule:public-health>1',
  ),
  preset(
    'academies',
    "Academies as their place's",
    'Academies, to class 2: held locally but bound, as schools of councils are.',
    'rule:academies>2',
  ),
  preset(
    'fire-police',
    "Fire and police as councils' own",
    'Police and fire bodies, and those services run by councils, to class 1.',
    'rule:fire|fire-in-counties|police|police-in-city>1',
  ),
  preset(
    'adults',
    'Adult social care as a local choice',
    'Council spending on social protection but for children and housing benefit, to class 1.',
    'rule:adults>1',
  ),
]

const DEVOLUTION: readonly Preset[] = [
  preset(
    'unring-schools',
    'Un-ring-fence schools',
    'Council spending on education moves to class 1, as if the grant were the council’s to set.',
    'rule:education>1',
  ),
  preset(
    'unring-health',
    'Un-ring-fence public health',
    'Council spending on public health moves to class 1.',
    'rule:public-health>1',
  ),
  preset(
    'single-pot',
    'A single pot for councils',
    'Everything councils and regional bodies hold but do not set moves to class 1: schools, social care, public health, capital grants. Housing benefit stays.',
    'sector:council|regional-body,economic:capital|current,class:2>1',
  ),
  preset(
    'settlement',
    'An integrated settlement',
    'Employment support, skills, the housing agency and bus grant move to class 3. The nearest lines the count has: a real settlement takes some of these, and others.',
    'rule:bus-grant|employment-support|housing-agency|skills-and-schools-bodies>3',
  ),
  preset(
    'health-care',
    'Pool the NHS with adult social care',
    'NHS trusts and commissioners, and council spending on adults, move to class 3.',
    'rule:adults|nhs>3',
  ),
]

/** A preset is offered where the count has every rule that it names. */
const knownTo = (count: Pick<Count, 'control_rules'>) => (one: Preset) => {
  const ids = new Set(count.control_rules.map(({ id }) => id))
  return one.rules.every(({ tests }) => (tests.rule ?? []).every((id) => ids.has(id)))
}

export const definitionPresets = (count: Pick<Count, 'control_rules'>) => DEFINITION.filter(knownTo(count))
export const devolutionPresets = (count: Pick<Count, 'control_rules'>) => DEVOLUTION.filter(knownTo(count))
