import {
  AlignmentType,
  BorderStyle,
  Document,
  Table as DocxTable,
  ExternalHyperlink,
  Footer,
  ImageRun,
  type ISectionOptions,
  LeaderType,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  SimpleField,
  Tab,
  TableCell,
  TableLayoutType,
  TableOfContents,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { printable } from '../picture/svg.ts'
import type { Block, Cell, Chapter, Figure, Inline, Paper, Table } from './paper.ts'
import { steady } from './steady.ts'
import { FONT, STYLES } from './styles.ts'

const TWIPS_OF_CM = 567
const A4 = { short: 11906, long: 16838 } as const
const MARGIN = 2 * TWIPS_OF_CM
const WIDE = { portrait: A4.short - 2 * MARGIN, landscape: A4.long - 2 * MARGIN } as const
/** CSS pixels of the text's width and of the most height a figure may take. */
const FIGURE = { width: 640, height: 760 } as const
const RULE = { style: BorderStyle.SINGLE, size: 4, color: 'B1B4B6' } as const
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const BULLETS = 'bullets'

const run = (text: string, more: object = {}) => new TextRun({ text: printable(text), ...more })

function inline(one: Inline): ParagraphChild {
  if (typeof one === 'string') return run(one)
  if ('prompt' in one) return run(`[Prompt: ${one.prompt}]`, { style: 'Prompt' })
  if ('strong' in one) return run(one.strong, { bold: true })
  return new ExternalHyperlink({ link: one.link, children: [run(one.link, { style: 'Hyperlink' })] })
}

const inlines = (content: readonly Inline[]): ParagraphChild[] => content.map(inline)

/** Numbers tables and figures as their fields would, so that readers that leave fields alone see them. */
type Numbering = Record<'Table' | 'Figure', number>

function caption(label: keyof Numbering, words: string, numbering: Numbering): Paragraph {
  numbering[label] += 1
  return new Paragraph({
    style: 'Caption',
    keepNext: label === 'Table',
    children: [
      run(`${label} `),
      new SimpleField(`SEQ ${label} \\* ARABIC`, String(numbering[label])),
      run(`: ${words}`),
    ],
  })
}

/** Nothing is left empty: what a cell does not say is not available. */
const contentOf = (cell: Cell | undefined): readonly Inline[] => {
  if (cell === undefined || cell === '' || cell.length === 0) return ['[x]']
  return typeof cell === 'string' ? [cell] : cell
}

function widthsOf({ columns }: Table, all: number): number[] {
  const sum = columns.reduce((total, { width }) => total + width, 0)
  return columns.map(({ width }) => Math.floor((all * width) / sum))
}

/** Rows of a table that is kept on one page. */
const MOST_KEPT = 24
const HEAD = { shading: { type: ShadingType.CLEAR, fill: 'E6EBF1', color: 'auto' } } as const

function tableOf(block: Table, all: number): DocxTable {
  const widths = widthsOf(block, all)
  const styles = block.columns.map(({ number }) => (number ? 'Number' : 'Text'))
  const last = block.rows.length - 1
  const whole = last < MOST_KEPT
  const cell = (content: Cell | undefined, at: number, weight: 'Head' | 'Table', kept: boolean) =>
    new TableCell({
      ...(weight === 'Head' ? HEAD : {}),
      children: [
        new Paragraph({
          style: `${weight}${styles[at]}`,
          ...(kept && at === 0 ? { keepNext: true } : {}),
          children: inlines(contentOf(content)),
        }),
      ],
    })
  return new DocxTable({
    columnWidths: widths,
    width: { size: widths.reduce((a, b) => a + b, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    margins: { top: 40, bottom: 40, left: 80, right: 80, marginUnitType: WidthType.DXA },
    borders: {
      top: RULE,
      bottom: RULE,
      left: NONE,
      right: NONE,
      insideHorizontal: RULE,
      insideVertical: NONE,
    },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: block.columns.map(({ title }, at) => cell(title, at, 'Head', true)),
      }),
      ...block.rows.map(
        (row, index) =>
          new TableRow({
            cantSplit: true,
            children: block.columns.map((_, at) =>
              cell(row[at], at, block.total && index === last ? 'Head' : 'Table', whole && index < last),
            ),
          }),
      ),
    ],
  })
}

function figureOf({ png, width, height, alt, caption: words }: Figure, numbering: Numbering): Paragraph[] {
  const scale = Math.min(FIGURE.width / width, FIGURE.height / height)
  return [
    new Paragraph({
      style: 'Figure',
      keepNext: true,
      children: [
        new ImageRun({
          type: 'png',
          data: png,
          transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
          altText: { name: printable(words), title: printable(words), description: printable(alt) },
        }),
      ],
    }),
    caption('Figure', words, numbering),
  ]
}

function written(
  block: Block,
  wide: number,
  numbering: Numbering,
): (Paragraph | DocxTable | TableOfContents)[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ style: `Heading${block.level}`, children: [run(block.text)] })]
    case 'text':
      return [new Paragraph({ style: block.note ? 'Note' : 'BodyText', children: inlines(block.content) })]
    case 'list':
      return block.items.map(
        (item) =>
          new Paragraph({
            style: 'ListParagraph',
            numbering: { reference: BULLETS, level: 0 },
            children: inlines(item),
          }),
      )
    case 'contents':
      return [
        new TableOfContents('Contents', {
          hyperlink: true,
          headingStyleRange: '1-2',
          beginDirty: false,
          tabLeader: LeaderType.NONE,
        }),
      ]
    case 'figure':
      return figureOf(block, numbering)
    case 'table':
      return [
        caption('Table', block.caption, numbering),
        tableOf(block, wide),
        new Paragraph({ style: 'AfterTable', children: [] }),
      ]
  }
}

function sectionOf({ landscape, blocks }: Chapter, foot: string, numbering: Numbering): ISectionOptions {
  const wide = landscape ? WIDE.landscape : WIDE.portrait
  return {
    properties: {
      page: {
        size: {
          width: A4.short,
          height: A4.long,
          orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN, header: 600, footer: 600 },
      },
    },
    footers: {
      default: new Footer({
        children: [
          new Paragraph({
            style: 'Footer',
            tabStops: [{ type: 'right', position: wide }],
            children: [
              run(foot),
              new TextRun({
                children: [new Tab(), 'Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
              }),
            ],
          }),
        ],
      }),
    },
    children: blocks.flatMap((block) => written(block, wide, numbering)),
  }
}

/** A paper as a Word document: the same paper gives the same bytes. */
export async function writeDocx(paper: Paper): Promise<Buffer> {
  const numbering = { Table: 0, Figure: 0 }
  const [first, ...rest] = paper.chapters
  const front: Chapter = { ...first, blocks: first?.blocks ?? [] }
  const title = (style: string, words: string) => new Paragraph({ style, children: [run(words)] })
  const opening = sectionOf(front, paper.foot, numbering)
  const document = new Document({
    title: printable(paper.title),
    subject: printable(paper.subtitle),
    creator: 'Total Place',
    lastModifiedBy: 'Total Place',
    description: printable(paper.foot),
    styles: STYLES,
    numbering: {
      config: [
        {
          reference: BULLETS,
          levels: [
            {
              level: 0,
              format: LevelFormat.BULLET,
              text: '•',
              alignment: AlignmentType.LEFT,
              style: {
                run: { font: FONT },
                paragraph: {
                  indent: { left: 360, hanging: 260 },
                  spacing: { line: 264, lineRule: LineRuleType.AUTO },
                },
              },
            },
          ],
        },
      ],
    },
    sections: [
      {
        ...opening,
        children: [title('Title', paper.title), title('Subtitle', paper.subtitle), ...opening.children],
      },
      ...rest.map((chapter) => sectionOf(chapter, paper.foot, numbering)),
    ],
  })
  return steady(await Packer.toBuffer(document), paper.day, paper.scenario)
}
