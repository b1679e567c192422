import type { Count } from './api-types.ts'
import { DataPage } from './data/data-page.tsx'
import { Explore } from './explore.tsx'
import { Announcer } from './frame/announcer.tsx'
import { Footer } from './frame/footer.tsx'
import { Head } from './frame/head.tsx'
import { lazyPage } from './frame/lazy-page.tsx'
import { Notices } from './frame/notices.tsx'
import { Waiting } from './frame/waiting.tsx'
import { opened } from './state/count.ts'
import { part } from './state/store.ts'
import './frame/title.ts'

const page = part('page')

const Control = lazyPage(
  'Local control',
  async () => (await import('./control-page/control-page.tsx')).ControlPage,
)
const Flow = lazyPage('Following the money', async () => (await import('./flow/flow-page.tsx')).FlowPage)
const Scenario = lazyPage(
  'Opening the workbench',
  async () => (await import('./scenario/scenario-page.tsx')).ScenarioPage,
)
const Compare = lazyPage(
  'Setting places side by side',
  async () => (await import('./compare/compare-page.tsx')).ComparePage,
)

const Intake = lazyPage('Your files', async () => (await import('./intake/intake-page.tsx')).IntakePage)

export function App() {
  const known = opened.answer.value
  return (
    <>
      <Head />
      <Notices />
      {known === null ? <Waiting /> : <Shown count={known.count} />}
      {known && <Footer />}
      <Announcer />
    </>
  )
}

function Shown({ count }: { count: Count }) {
  switch (page.value) {
    case 'control':
      return <Control />
    case 'data':
      return <DataPage count={count} />
    case 'compare':
      return <Compare />
    case 'scenario':
      return <Scenario />
    case 'flow':
      return <Flow />
    case 'import':
      return <Intake />
    default:
      return <Explore />
  }
}
