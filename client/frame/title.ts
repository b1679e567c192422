import { effect } from '@preact/signals'
import { changeInWords } from '../change/words.ts'
import { question } from '../question/question.ts'
import { view } from '../state/store.ts'

effect(() => {
  const asked = question.value
  if (view.value.page === 'data') document.title = 'Data and method – Total Place'
  else if (view.value.page === 'scenario') document.title = 'Scenarios – Total Place'
  else if (view.value.page === 'import') document.title = 'Your files – Total Place'
  else if (asked && view.value.page === 'control')
    document.title = `${asked.place}: local control, ${asked.year}, ${asked.prices}, ${asked.scope} – Total Place`
  else if (asked && view.value.page === 'flow')
    document.title = `${asked.place}: the flow of money, ${asked.year}, ${asked.scope} – Total Place`
  else if (asked && view.value.page === 'compare')
    document.title = `${asked.place} compared, ${asked.year}, ${asked.prices}, ${asked.scope} – Total Place`
  else if (asked)
    document.title = `${asked.place}: ${changeInWords.value ? 'change in ' : ''}${asked.measure}, ${changeInWords.value ?? asked.year}, ${asked.prices}, ${asked.scope} – Total Place`
})
