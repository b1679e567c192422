import { type PictureOf, pictureAddress, placeAddress } from '../state/exported.ts'

/** A chart as a picture that says of itself what it is. */
export function PictureFiles({ of, title }: { of: PictureOf; title: string }) {
  const [svg, png] = [pictureAddress(of, 'svg'), pictureAddress(of, 'png')]
  if (!svg || !png) return null
  return (
    <span class="files">
      <a href={svg} download aria-label={`${title} as SVG`}>
        SVG
      </a>{' '}
      <a href={png} download aria-label={`${title} as PNG`}>
        PNG
      </a>
    </span>
  )
}

/** The place on screen whole: one workbook, or a zip with every table and picture. */
export function PlaceFiles({ place }: { place: string }) {
  const [xlsx, zip] = [placeAddress('xlsx'), placeAddress('zip')]
  if (!xlsx || !zip) return null
  return (
    <p class="files place-files">
      Take {place} with you:{' '}
      <a href={xlsx} download>
        workbook
      </a>
      ,{' '}
      <a href={zip} download>
        zip of every table and picture
      </a>
    </p>
  )
}

interface TableFilesProps {
  files: (form: 'csv' | 'xlsx') => string
  /** What a screen reader hears is downloaded, where the words around the links do not say it. */
  called?: string
}

/** A table as files that a spreadsheet opens. */
export function TableFiles({ files, called }: TableFilesProps) {
  const link = (form: 'csv' | 'xlsx') => (
    <a href={files(form)} download aria-label={called && `Download ${called}, ${form.toUpperCase()}`}>
      {form.toUpperCase()}
    </a>
  )
  return (
    <>
      {link('csv')} {link('xlsx')}
    </>
  )
}
