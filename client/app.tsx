import { DataPage } from './data/data-page.tsx'
import { Explore } from './explore.tsx'
import { Announcer } from './frame/announcer.tsx'
import { Footer } from './frame/footer.tsx'
import { Head } from './frame/head.tsx'
import { Notices } from './frame/notices.tsx'
import { ScenarioDoor } from './frame/scenario-door.tsx'
import { Waiting } from './frame/waiting.tsx'
import { opened } from './state/count.ts'
import { part } from './state/store.ts'
import './frame/title.ts'

const page = part('page')

export function App() {
  const known = opened.answer.value
  return (
    <>
      <Head />
      <Notices />
      {known === null ? (
        <Waiting />
      ) : page.value === 'data' ? (
        <DataPage count={known.count} />
      ) : page.value === 'scenario' ? (
        <ScenarioDoor />
      ) : (
        <Explore />
      )}
      {known && <Footer />}
      <Announcer />
    </>
  )
}
