/** Letters that stay capitals in a name that the Treasury prints all in capitals. */
const KEPT = new Set(
  (
    'ACAS AFPS ALB BBC BBSRC BIS BSE CAFCASS CFSS CICA CITB CPF CPG CPS DEFRA DFE DFT DG DH DSG DVLA DWP EA ECITB EFA EP ' +
    'EPSRC ERDF ESD ESRC EU FC FCSD FSM GB GBI GLA GP HCA HE HEFCE HIV HMCTS HMIC HMRC HQ HR ICT IFD IRT IT ITSO ITT LA ' +
    'LEP LGBCE MEP MHRA MMO MOD MRC NC NCS NDPB NE NERC NESTA NHS NPS OFFA PCSPS PFI PRS PSFP PSMA QTS RBG RDEL RSA SEN ' +
    'SFO SRA SRD STA STFC TA TV UK UKAEA VAT VFM VOA YJB'
  ).split(' '),
)
/** Words that begin a name of their own. */
const NAMED = new Map(
  [
    'British',
    'Caledonian',
    'Christmas',
    'Crossrail',
    'England',
    'English',
    'European',
    'Europe',
    'Eurostar',
    'Eurotunnel',
    'Grenfell',
    'Highways',
    'Kew',
    'London',
    'Majesty',
    'Ofcom',
    'Ofgem',
    'Parliament',
    'Scotland',
    'Wales',
  ].map((word) => [word.toUpperCase(), word]),
)

/** A name all in capitals as a sentence would write it; any other name as it is. */
function sentenceCase(name: string) {
  if (/\p{Ll}/u.test(name)) return name
  const words = name.replaceAll(/[\p{L}\d&']+/gu, (word) => {
    if (KEPT.has(word) || /\d/.test(word)) return word
    if (/^R&D$|^HM$/.test(word)) return word
    return NAMED.get(word) ?? word.toLowerCase()
  })
  return words.replace(/\p{L}/u, (letter) => letter.toUpperCase())
}

/** A Treasury segment as its code and a name to read; a service line of a return has no code. */
export function programmeParts(programme: string) {
  const [, code, rest] = /^([A-Z]\d{3}[A-Z]{0,2}\d{2,4})\s*-?\s*(.+)$/.exec(programme) ?? []
  return {
    code: code ?? null,
    name: sentenceCase((rest ?? programme).replace(/^[A-Z]\d{3}[A-Z]\d{3} -? ?/, '').trim()),
  }
}
