import {
  AlignmentType,
  BorderStyle,
  Document,
  Table as DocxTable,
  ExternalHyperlink,
  Footer,
  ImageRun,
  type ISectionOptions,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type ParagraphChild,
  SequentialIdentifier,
  ShadingType,
  Tab,
  TableCell,
  TableLayoutType,
  TableOfContents,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { estimatePageNumbersWith } from 'docx/layout'
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

function caption(label: 'Table' | 'Figure', words: string): Paragraph {
  return new Paragraph({
    style: 'Caption',
    keepNext: label === 'Table',
    children: [run(`${label} `), new SequentialIdentifier(label), run(`: ${words}`)],
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

function tableOf(block: Table, all: number): DocxTable {
  const widths = widthsOf(block, all)
  const cell = (content: Cell | undefined, at: number, look: 'head' | 'total' | 'body') =>
    new TableCell({
      width: { size: widths[at]!, type: WidthType.DXA },
      verticalAlign: look === 'head' ? VerticalAlignTable.BOTTOM : VerticalAlignTable.TOP,
      margins: { top: 40, bottom: 40, left: 80, right: 80 },
      ...(look === 'head' ? { shading: { type: ShadingType.CLEAR, fill: 'E6EBF1', color: 'auto' } } : {}),
      children: [
        new Paragraph({
          style: look === 'body' ? 'TableText' : 'TableHead',
          alignment: block.columns[at]!.number ? AlignmentType.RIGHT : AlignmentType.LEFT,
          children: inlines(contentOf(content)),
        }),
      ],
    })
  const last = block.rows.length - 1
  return new DocxTable({
    width: { size: widths.reduce((a, b) => a + b, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
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
        children: block.columns.map(({ title }, at) => cell(title, at, 'head')),
      }),
      ...block.rows.map(
        (row, index) =>
          new TableRow({
            cantSplit: true,
            children: block.columns.map((_, at) =>
              cell(row[at], at, block.total && index === last ? 'total' : 'body'),
            ),
          }),
      ),
    ],
  })
}

function figureOf({ png, width, height, alt, caption: words }: Figure): Paragraph[] {
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
    caption('Figure', words),
  ]
}

function written(block: Block, wide: number): (Paragraph | DocxTable | TableOfContents)[] {
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
      return [new TableOfContents('Contents', { hyperlink: true, headingStyleRange: '1-2' })]
    case 'figure':
      return figureOf(block)
    case 'table':
      return [
        caption('Table', block.caption),
        tableOf(block, wide),
        new Paragraph({ style: 'AfterTable', children: [] }),
      ]
  }
}

function sectionOf({ landscape, blocks }: Chapter, foot: string): ISectionOptions {
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
    children: blocks.flatMap((block) => written(block, wide)),
  }
}

/** A paper as a Word document: the same paper gives the same bytes. */
export async function writeDocx(paper: Paper): Promise<Buffer> {
  const [first, ...rest] = paper.chapters
  const front: Chapter = { ...first, blocks: first?.blocks ?? [] }
  const title = (style: string, words: string) => new Paragraph({ style, children: [run(words)] })
  const opening = sectionOf(front, paper.foot)
  const document = new Document({
    title: printable(paper.title),
    subject: printable(paper.subtitle),
    creator: 'Total Place',
    lastModifiedBy: 'Total Place',
    description: printable(paper.foot),
    styles: STYLES,
    pageNumbers: estimatePageNumbersWith({ guess: true }),
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
      ...rest.map((chapter) => sectionOf(chapter, paper.foot)),
    ],
  })
  return steady(await Packer.toBuffer(document), paper.day, paper.scenario)
}
