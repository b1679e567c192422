import { percent } from '../../format.ts'
import { bound, fieldId, wrongAt } from '../field/bound.ts'
import { ChoiceField } from '../field/choice-field.tsx'
import { Wrong } from '../field/field.tsx'
import { PercentField } from '../field/number-field.tsx'
import { append, type Path, without } from '../state/change.ts'
import { edit, settle } from '../state/document.ts'
import { tables } from '../state/tables.ts'

interface Bias {
  kind?: string
  grades?: number[]
  mix?: { type?: string; share?: number }[]
}

const STARTS: Record<string, object> = {
  none: { kind: 'none' },
  share: { kind: 'share' },
  grade: { kind: 'grade', grades: [3] },
  project: { kind: 'project', mix: [{ share: 1 }], mitigation: 0 },
}

/** Optimism bias of a cost (added) or of a benefit (taken off). */
export function BiasField({ path, of }: { path: Path; of: 'costs' | 'benefits' }) {
  const { value, set } = bound<Bias>(path, 'optimism bias')
  const id = fieldId([...path, 'kind'])
  return (
    <div class="field wide">
      <label class="field-label" for={id}>
        Optimism bias
      </label>
      <p class="field-why" id={`${id}-why`}>
        {of === 'costs'
          ? 'Added to the cost: plans run over'
          : 'Taken off the benefit: plans promise too much'}
      </p>
      <select
        id={id}
        aria-describedby={`${id}-why`}
        value={value?.kind ?? ''}
        onChange={(event) => {
          set(STARTS[event.currentTarget.value] as Bias | undefined)
          settle()
        }}
      >
        {value?.kind === undefined && <option value="">Choose</option>}
        <option value="none">None</option>
        <option value="share">A percentage of your own</option>
        <option value="grade">By confidence grade (table to be confirmed)</option>
        {of === 'costs' && <option value="project">By type of capital project</option>}
      </select>
      <Wrong id={id} wrong={[...wrongAt(path), ...wrongAt([...path, 'kind'])]} label="Optimism bias" />
      {value?.kind === 'share' && (
        <PercentField path={[...path, 'share']} label="Bias" most={of === 'costs' ? 200 : 100} />
      )}
      {value?.kind === 'grade' && <Grades path={path} value={value} set={set} of={of} />}
      {value?.kind === 'project' && <Mix path={path} value={value} />}
    </div>
  )
}

function Grades({
  path,
  value,
  set,
  of,
}: {
  path: Path
  value: Bias
  set: (value: Bias) => void
  of: 'costs' | 'benefits'
}) {
  const known = tables.answer.value?.gradeBias
  const id = fieldId([...path, 'grades'])
  const worst = Math.max(1, ...(value.grades ?? []))
  return (
    <>
      <label class="field-label" for={id}>
        Confidence grade
      </label>
      <select
        id={id}
        value={String(worst)}
        onChange={(event) => {
          set({ ...value, grades: [Number(event.currentTarget.value)] })
          settle()
        }}
      >
        {(known?.grades ?? []).map((grade) => (
          <option key={grade.grade} value={String(grade.grade)}>
            Grade {grade.grade}: {percent(grade[of])}
          </option>
        ))}
      </select>
      {(value.grades?.length ?? 0) > 1 && (
        <p class="note">The worst of {value.grades!.join(', ')} is taken.</p>
      )}
      {known && !known.verified && (
        <p class="unverified">
          Unverified: the table of the 2014 guidance could not be read. These percentages are recalled and
          must be confirmed before they are relied on.
        </p>
      )}
    </>
  )
}

function Mix({ path, value }: { path: Path; value: Bias }) {
  const types = (tables.answer.value?.projectTypes ?? []).map((type) => ({ value: type, text: type }))
  const mix = [...path, 'mix']
  return (
    <>
      {(value.mix ?? []).map((_, at) => (
        <div class="pair" key={at}>
          <ChoiceField path={[...mix, at, 'type']} label="Type of project" options={types} />
          <PercentField path={[...mix, at, 'share']} label="Share of capital" />
          {(value.mix?.length ?? 0) > 1 && (
            <button
              type="button"
              class="button small"
              onClick={() => edit((now) => without(now, mix, at), 'a type of project')}
            >
              Remove this type
            </button>
          )}
        </div>
      ))}
      <Wrong id={fieldId(mix)} wrong={wrongAt(mix)} label="The mix" />
      <button
        type="button"
        class="button small"
        onClick={() => edit((now) => append(now, mix, { share: 0 }), 'a type of project')}
      >
        Add a type
      </button>
      <PercentField
        path={[...path, 'mitigation']}
        label="Already managed down"
        why="Part of the bias that management has taken away; never below the published lower bound"
      />
    </>
  )
}
