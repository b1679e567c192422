import type { Count } from '../api-types.ts'
import { money, percent } from '../format.ts'
import { Door } from '../frame/door.tsx'
import { PictureFiles } from '../frame/files.tsx'
import { type Answer, classesOf, local } from '../state/answer.ts'
import { recordedOnly } from '../state/count.ts'
import { definition } from '../state/definition.ts'
import { ClassTable } from './class-table.tsx'
import { Definitions } from './definitions.tsx'
import { stretches } from './spans.ts'
import { Strip } from './strip.tsx'

/** Control as one strip from locally decided to national; its marker says where local ends. */
export function Spectrum({ shown, count }: { shown: Answer; count: Count }) {
  const amounts = classesOf(shown.control)
  const strip = amounts && stretches(amounts)
  const chosen = definition.value!
  const { numerator, denominator, share } = local.value
  const partial = recordedOnly(count, shown.asked.year)
  return (
    <section class="block spectrum" aria-labelledby="who-controls">
      <h2 id="who-controls">Who controls it</h2>
      <p class="note">
        From locally decided to national. Drag the marker, <span class="keys-hint">use the arrow keys, </span>
        or tick classes below, to say where local control ends.
        {partial && ' Recorded lines only: the classes are shown, and no share is drawn from them.'}
      </p>
      {strip ? (
        <Strip
          strip={strip}
          chosen={chosen}
          local={local.value}
          ends={count.definitions.map(({ id, classes }) => ({ id, to: strip[Math.max(...classes) - 1]!.to }))}
        />
      ) : (
        <p class="note">No strip is drawn: a class is negative here, or nothing is counted.</p>
      )}
      <p class="share-now">
        {chosen.name}:{' '}
        <Door opens={{ kind: 'definition', id: chosen.id }} about="the part counted as local">
          {money(numerator)}
        </Door>{' '}
        of{' '}
        <Door opens={{ kind: 'all', id: 'all' }} about="all spending here">
          {money(denominator)}
        </Door>
        {!partial && (
          <>
            {' '}
            ={' '}
            <Door opens={{ kind: 'share', id: chosen.id }} about="share under local control">
              {percent(share)}
            </Door>
          </>
        )}
      </p>
      <p class="files">
        Spectrum: <PictureFiles of="spectrum" title="The spectrum" /> Range of definitions:{' '}
        <PictureFiles of="range" title="The range of definitions" />
      </p>
      <Definitions shown={shown} strip={strip} partial={partial} />
      {amounts && (
        <ClassTable
          amounts={amounts}
          total={partial ? 0 : (denominator ?? 0)}
          classes={count.classes}
          chosen={chosen}
        />
      )}
    </section>
  )
}
