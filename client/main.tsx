import { render } from 'preact'
import './style/index.css'
import { App } from './app.tsx'

const root = document.getElementById('app')!
root.replaceChildren()
render(<App />, root)
