/** Questions whose workbooks are opened and checked, of the five places. */
export const QUESTIONS = [
  '/spend',
  '/spend?by=place',
  '/spend?by=agency,function&places=E06000001,E10000002&order=-amount',
  '/spend?by=year,place&per=head&year=2016-17,2017-18',
  '/spend?by=class&scope=-benefits&fill=budget',
  '/spend?by=division&agency=epsilon',
  '/spend?division=09&by=place',
  '/control?order=-head',
  '/control?together=true&places=E12000002,E06000003&definition=councillors',
  '/control?definition=classes:1,2',
  '/control?rules=function:09.1%3E1&named=Schools%20ours&prices=real:2016-17',
  '/devolution?moves=function:09.1%3E1&definition=councillors',
  '/chain?places=E10000002',
  '/spend?by=sector&prices=real:2016-17',
  '/places?tier=region',
  '/places?order=name',
  '/lines?limit=3&offset=2&order=line&class=7,2',
  '/lines',
  '/lines?flow=transfers',
  '/lines?offset=1000',
]

export const as = (address: string, form: string) => address.replace(/^\/[a-z]+/, `$&.${form}`)
