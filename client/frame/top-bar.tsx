import type { ComponentChildren } from 'preact'
import type { Page, View } from '../state/state.ts'
import { go, href, part, toBench, toDesk } from '../state/store.ts'
import { CopyLink } from './copy-link.tsx'
import { TrustBadge } from './trust-badge.tsx'

const page = part('page')

export function TopBar() {
  return (
    <header class="top-bar">
      <a class="wordmark" href={href({ page: 'explore' })} onClick={follow('explore')}>
        Total<span>Place</span>
      </a>
      <nav aria-label="Main">
        <Tab to="explore">Explore</Tab>
        <Tab to="control">Local control</Tab>
        <Tab to="compare">Compare</Tab>
        <Tab to="flow">Flow of money</Tab>
        <Tab to="scenario">Scenarios</Tab>
        <Tab to="data">Data and method</Tab>
        <Tab to="import">Your files</Tab>
      </nav>
      <div class="top-bar-end">
        <TrustBadge />
        <CopyLink />
      </div>
    </header>
  )
}

function Tab({ to, children }: { to: Page; children: ComponentChildren }) {
  return (
    <a href={href(leadingTo(to))} aria-current={page.value === to ? 'page' : undefined} onClick={follow(to)}>
      {children}
    </a>
  )
}

const LEFT: Partial<Record<Page, () => Partial<View>>> = { scenario: toBench, import: toDesk }

const leadingTo = (to: Page) =>
  LEFT[to] ? (page.value === to ? {} : LEFT[to]()) : { page: to, lines: null, at: null }

const follow = (to: Page) => (event: MouseEvent) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  go(leadingTo(to))
}
