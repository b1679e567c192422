import { count } from '../state/count.ts'
import { go, view } from '../state/store.ts'
import { Chooser } from './chooser.tsx'

const toggle = (tag: string, counted: boolean) => {
  const { without } = view.value
  go({ without: counted ? without.filter((t) => t !== tag) : [...new Set([...without, tag])].sort() })
}

/** Which parts of spending are counted. */
export function ScopeChooser({ word }: { word: string }) {
  return (
    <Chooser label="What is counted" word={word}>
      {(close) => (
        <>
          <fieldset class="checks">
            <legend>Counted in every figure</legend>
            {count.value!.scope_tags.map(({ tag, name, meaning }) => (
              <label key={tag} class="check">
                <input
                  type="checkbox"
                  checked={!view.value.without.includes(tag)}
                  onChange={(event) => toggle(tag, event.currentTarget.checked)}
                />
                <span>
                  {name}
                  <small>{meaning}</small>
                </span>
              </label>
            ))}
          </fieldset>
          <fieldset class="checks">
            <legend>Where a council made no return</legend>
            <label class="check">
              <input
                type="checkbox"
                checked={view.value.fill}
                onChange={(event) => go({ fill: event.currentTarget.checked })}
              />
              <span>
                Let its budget stand in
                <small>An estimate, marked wherever it counts. Otherwise what it spent is left out.</small>
              </span>
            </label>
          </fieldset>
          <div class="chooser-foot">
            <button
              type="button"
              class="button"
              disabled={view.value.without.length === 0 && !view.value.fill}
              onClick={() => go({ without: [], fill: false })}
            >
              Reset
            </button>
            <button type="button" class="button" onClick={close}>
              Done
            </button>
          </div>
        </>
      )}
    </Chooser>
  )
}
