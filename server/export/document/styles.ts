export const FONT = 'Arial'
const INK = '0B0C0C'
const QUIET = '505A5F'
const BLUE = '12436D'

const paragraph = (id: string, name: string, run: object, spacing: object, more: object = {}) => ({
  id,
  name,
  basedOn: 'Normal',
  quickFormat: true,
  run: { font: FONT, color: INK, ...run },
  paragraph: { spacing, ...more },
})

/** Sizes are half-points, spaces twentieths of a point, as Office Open XML counts them. */
export const STYLES = {
  default: {
    document: {
      run: { font: FONT, size: 21, color: INK, language: { value: 'en-GB' } },
      paragraph: { spacing: { line: 264, lineRule: 'auto' } },
    },
    title: { run: { font: FONT, size: 48, bold: true, color: BLUE }, paragraph: { spacing: { after: 120 } } },
    heading1: {
      run: { font: FONT, size: 34, bold: true, color: BLUE },
      paragraph: { spacing: { before: 0, after: 200 }, keepNext: true },
    },
    heading2: {
      run: { font: FONT, size: 26, bold: true, color: BLUE },
      paragraph: { spacing: { before: 320, after: 120 }, keepNext: true },
    },
    heading3: {
      run: { font: FONT, size: 22, bold: true, color: INK },
      paragraph: { spacing: { before: 240, after: 80 }, keepNext: true },
    },
    listParagraph: { run: { font: FONT, size: 21 }, paragraph: { spacing: { after: 60 } } },
    hyperlink: { run: { color: '1D70B8', underline: { type: 'single' } } },
  },
  paragraphStyles: [
    paragraph('Subtitle', 'Subtitle', { size: 26, color: QUIET }, { after: 320 }),
    paragraph('BodyText', 'Body Text', { size: 21 }, { after: 140 }),
    paragraph('Note', 'Note', { size: 18, color: QUIET }, { after: 140 }),
    paragraph('Caption', 'caption', { size: 20, bold: true, color: INK }, { before: 200, after: 80 }),
    paragraph('Figure', 'Figure', {}, { before: 200, line: 240, lineRule: 'auto' }, { keepNext: true }),
    paragraph('TableText', 'Table Text', { size: 17 }, { line: 240, lineRule: 'auto' }),
    paragraph(
      'TableNumber',
      'Table Number',
      { size: 17 },
      { line: 240, lineRule: 'auto' },
      { alignment: 'right' },
    ),
    paragraph('HeadText', 'Table Head', { size: 17, bold: true }, { line: 240, lineRule: 'auto' }),
    paragraph(
      'HeadNumber',
      'Table Head Number',
      { size: 17, bold: true },
      { line: 240, lineRule: 'auto' },
      { alignment: 'right' },
    ),
    paragraph('AfterTable', 'After Table', { size: 12 }, { line: 200 }),
    paragraph('Footer', 'footer', { size: 16, color: QUIET }, {}),
    paragraph('TOC1', 'toc 1', { size: 19, bold: true }, { before: 60, after: 0, line: 230 }),
    paragraph('TOC2', 'toc 2', { size: 18 }, { after: 0, line: 230 }, { indent: { left: 240 } }),
  ],
  characterStyles: [
    {
      id: 'Prompt',
      name: 'Prompt',
      basedOn: 'DefaultParagraphFont',
      quickFormat: true,
      run: { italics: true, color: '6B3A00', shading: { type: 'clear', fill: 'FFF3BF', color: 'auto' } },
    },
  ],
} as const
