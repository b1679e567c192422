import { exportDocument } from '../keep/export-document.ts'
import { scenarioDocument } from '../state/document.ts'
import { TakeButton } from './take-button.tsx'
import { addressOf, bodyOf, FILES, type FileOf, type PictureOf, pictureAddressOf } from './taken.ts'

/** What of a scenario goes into a business case, each a press away. */
export function TakeAway() {
  return (
    <section class="take-away" aria-labelledby="take-away">
      <h2 id="take-away">Take it with you</h2>
      <ul>
        {(Object.keys(FILES) as FileOf[]).map((of) => (
          <li key={of}>
            <TakeButton
              name={FILES[of].name}
              address={addressOf(of)}
              body={() => bodyOf(of, scenarioDocument.peek()!)}
            >
              {FILES[of].name}
            </TakeButton>{' '}
            <span class="note">{FILES[of].what}</span>
          </li>
        ))}
        <li>
          <button type="button" class="take-button" onClick={() => exportDocument(scenarioDocument.peek()!)}>
            Document
          </button>{' '}
          <span class="note">JSON, to open here again</span>
        </li>
      </ul>
    </section>
  )
}

/** A chart of the scenario as a picture that says of itself what it is. */
export const TakePicture = ({ of, title }: { of: PictureOf; title: string }) => (
  <span class="files">
    {(['svg', 'png'] as const).map((form) => (
      <TakeButton
        key={form}
        name={`${title} as ${form.toUpperCase()}`}
        label={`${title} as ${form.toUpperCase()}`}
        address={pictureAddressOf(of, form)}
        body={() => scenarioDocument.peek()!}
      >
        {form.toUpperCase()}
      </TakeButton>
    ))}
  </span>
)
