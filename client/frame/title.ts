import { effect } from '@preact/signals'
import { question } from '../question/question.ts'
import { view } from '../state/store.ts'

effect(() => {
  const asked = question.value
  if (view.value.page === 'data') document.title = 'Data and method – Total Place'
  else if (view.value.page === 'scenario') document.title = 'Scenarios – Total Place'
  else if (asked)
    document.title = `${asked.place}: ${asked.measure}, ${asked.year}, ${asked.scope} – Total Place`
})
