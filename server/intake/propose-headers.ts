import type { Meaning } from './terms.ts'

/** The department over the body that spends, in the ledgers that HM Treasury lays out. */
export const FAMILY = /\bdep(?:artmen)?t(?:al)? family\b/

/** Headers as publishers write them: Local Government Transparency Code 2015 and what councils make of it. */
export const HEADERS: readonly (readonly [RegExp, Meaning, 'high' | 'medium'])[] = [
  [/\b(?:vat|gross|tax)\b/, 'other-amount', 'high'],
  [/^(?:budget|forecast|variance|prior year|previous year)\b/, 'other-amount', 'medium'],
  [/\b(?:currency|ccy)\b/, 'currency', 'high'],
  [/\b(?:share|proportion|percent(?:age)?|percent of total)\b|%/, 'share', 'medium'],
  [
    /\b(?:supplier|vendor|payee|beneficiary|creditor|merchant|recipient)\b.*\b(?:id|no|number|code|ref)\b/,
    'ignore',
    'high',
  ],
  [/\b(?:supplier|vendor|payee|beneficiary|creditor|merchant|recipient)\b/, 'supplier', 'high'],
  [/\b(?:financial|fiscal|fin)\b.*\byear\b|^fy$/, 'year', 'high'],
  [/\b(?:date|posted|paid on)\b/, 'date', 'high'],
  [/^(?:year|period)$/, 'year', 'medium'],
  [
    /\b(?:gss|ons|lad|ltla|utla|la|area|place|authority|geography)\b.*\bcode\b|^(?:place|area|geography)(?: name)?$|\bonscode\b/,
    'place',
    'high',
  ],
  [
    /\b(?:transaction|document|invoice|voucher|payment|sap|line|row)\b.*\b(?:no|number|ref|reference|id)\b|^(?:ref|reference|id|row id)$/,
    'reference',
    'high',
  ],
  [/\b(?:cofog|function(?:al)?)\b/, 'function', 'high'],
  [
    /\b(?:capital or revenue|revenue or capital|capital revenue|revenue capital|economic)\b/,
    'economic',
    'high',
  ],
  [/\b(?:flow|transfer)\b/, 'flow', 'medium'],
  [/\b(?:phase|stage|budget or outturn)\b/, 'phase', 'medium'],
  [/\b(?:basis|method)\b/, 'basis', 'medium'],
  [
    /\b(?:net amount|net|amount|value|spend|outturn|actual|expenditure £|costs?(?! cent)|total £|£000s?|£m?)\b|^£/,
    'amount',
    'high',
  ],
  [/\b(?:code|id)\b/, 'ignore', 'medium'],
  [/\b(?:body|agency|organisation|authority|entity|council)\b/, 'agency', 'high'],
  [FAMILY, 'agency', 'medium'],
  [
    /\b(?:service|directorate|department|programme|purpose|description|category|expenses?|expenditure|cost centre|type|unit|what)\b|descrip/,
    'programme',
    'medium',
  ],
]

export const PEOPLE = /\b(?:number|count|no) of (?:people|persons|clients|children|users|cases)\b|\bclients\b/
