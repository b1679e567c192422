import { go, view } from '../state/store.ts'
import { FEATURES, featuresOn } from './comparators.ts'

/** Features switched on and off; the last one stays. */
export function Features() {
  const on = featuresOn.value
  const toggle = (id: string, counted: boolean) => {
    const { unlike } = view.value
    go({ unlike: counted ? unlike.filter((one) => one !== id) : [...unlike, id].sort() }, true)
  }
  return (
    <fieldset class="features">
      <legend>Alike in</legend>
      {FEATURES.map((feature) => {
        const checked = on.includes(feature)
        return (
          <label key={feature.id} class="check">
            <input
              type="checkbox"
              checked={checked}
              disabled={checked && on.length === 1}
              onChange={(event) => toggle(feature.id, event.currentTarget.checked)}
            />
            <span>
              {feature.name}
              <small>{feature.about}</small>
            </span>
          </label>
        )
      })}
    </fieldset>
  )
}
