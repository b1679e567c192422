import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { dealMoney } from '../../format.ts'
import { Heads, hidden } from '../../frame/heads.tsx'
import { go, href } from '../../state/store.ts'
import { whenInWords } from '../../when.ts'
import { Dialog } from '../frame/dialog.tsx'
import { dirty, kept } from './keeping.ts'
import { type BriefVersion, type LibraryItem, listItems, listVersions } from './library.ts'

/** Every version of the scenario, to open or to compare with; and the other scenarios, to compare with. */
export function VersionsDialog({ close }: { close: () => void }) {
  const on = kept.value!.version!
  const versions = useSignal<readonly BriefVersion[] | null>(null)
  const others = useSignal<readonly LibraryItem[]>([])
  const failed = useSignal(false)
  useEffect(() => {
    const stopper = new AbortController()
    Promise.all([listVersions(on.id, stopper.signal), listItems(false, stopper.signal)]).then(
      ([own, all]) => {
        versions.value = own
        others.value = all.filter(({ id }) => id !== on.id)
      },
      () => {
        failed.value = !stopper.signal.aborted
      },
    )
    return () => stopper.abort()
  }, [])
  const compare = (id: string, version: number) => {
    close()
    go({ against: `${id}@${version}` })
  }
  return (
    <Dialog title={`Versions of ${on.name}`} close={close} wide>
      {failed.value && <p class="field-wrong">The versions could not be read. Close and open this again.</p>}
      <div class="scroll">
        <table class="library">
          <Heads
            of={['Version', 'Saved', 'Note', 'Net present value, cashable', hidden('What can be done')]}
          />
          <tbody>
            {(versions.value ?? []).map((version) => {
              const to = {
                scenario: on.id,
                version: version.version,
                counted: version.count?.hash ?? null,
                against: null,
              }
              return (
                <tr key={version.version}>
                  <th scope="row">
                    {version.version === on.version ? (
                      `${version.version}, on screen`
                    ) : (
                      <a
                        href={href(to)}
                        onClick={(event) => {
                          if (event.ctrlKey || event.metaKey || event.shiftKey) return
                          event.preventDefault()
                          close()
                          go(to)
                        }}
                      >
                        Open version {version.version}
                      </a>
                    )}
                  </th>
                  <td>{whenInWords(version.saved)}</td>
                  <td>{version.note}</td>
                  <td class="number">
                    {version.result?.state === 'worked out'
                      ? dealMoney(version.result.npvCashable)
                      : 'not worked out'}
                  </td>
                  <td class="row-acts">
                    {(version.version !== on.version || dirty.value) && (
                      <button
                        type="button"
                        class="button small"
                        onClick={() => compare(on.id, version.version)}
                      >
                        Compare
                        <span class="hidden"> what is on screen with version {version.version}</span>
                      </button>
                    )}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      {others.value.length > 0 && (
        <>
          <h3>Compare with another scenario</h3>
          <ul class="others">
            {others.value.map((item) => (
              <li key={item.id}>
                <button type="button" class="button small" onClick={() => compare(item.id, item.version)}>
                  {item.name}, version {item.version}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  )
}
