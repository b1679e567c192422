import { presetDocument } from '../scenario/setup.ts'

const none = { kind: 'none' }

/** Every feature of the document at once, with a coalition model of reach and a body that ends. */
export const everything = () => ({
  version: 2,
  name: 'Everything =1+1 "at once" 😀 _x0041_',
  summary: 'All features',
  places: ['E08000025'],
  partners: [
    { id: 'Council', name: '=Council' },
    { id: 'NHS', name: 'NHS', lastYear: 3, successor: 'ICB' },
    { id: 'ICB', name: 'Integrated care board' },
    { id: 'DWP', name: 'DWP' },
  ],
  horizon: 8,
  priceBase: '2024-25',
  discounting: { rate: 0.04 },
  pot: {
    holder: 'Council',
    opening: 50_000,
    contributions: [
      { kind: 'share', partner: 'Council', share: 0.5 },
      { kind: 'share', partner: 'DWP', share: 0.5, note: 'Agreed in principle' },
      { kind: 'amounts', partner: 'NHS', amounts: [100_000, 50_000] },
      { kind: 'line', partner: 'ICB', line: { id: 'prevention', amount: 400_000 }, amounts: [0, 0, 80_000] },
    ],
    receipts: [10_000, 0, 5_000],
    recycled: 0.1,
    passedOn: [
      { from: 'DWP', to: 'NHS', share: 0.25 },
      { from: 'Council', to: 'DWP', share: 0.1 },
    ],
    terms: [
      { kind: 'section75', overspend: 100_000, caps: { Council: 10_000 } },
      { kind: 'payForPerformance', pot: 200_000, planned: 0.1, achieved: 0.05 },
      { kind: 'justiceReinvestment', demandCost: 1e6, threshold: 0.05, cap: 0.2, reduction: 0.1 },
      {
        kind: 'troubledFamilies',
        maxPerFamily: 4000,
        families: 100,
        deadweight: 1 / 6,
        attachmentShareByYear: [0.8, 0.6],
      },
      { kind: 'outcomesFund', fund: 100_000, topUpShare: 0.2 },
      {
        kind: 'gershon',
        budget: 1e7,
        excluded: [1e6],
        rate: 0.025,
        gains: [{ cashable: 200_000, nonCashable: 50_000 }],
      },
    ],
  },
  investment: [
    {
      id: 'build',
      name: 'Hub',
      kind: 'capital',
      amounts: [600_000, 200_000],
      priceYear: '2019-20',
      optimismBias: {
        kind: 'project',
        mix: [
          { type: 'standard buildings', share: 0.7 },
          { type: 'equipment/development', share: 0.3 },
        ],
        mitigation: 0.4,
      },
    },
    {
      id: 'staff',
      name: 'Staff',
      kind: 'revenue',
      amounts: [200_000, 200_000, 210_000],
      priceYear: '2033-34',
      optimismBias: { kind: 'grade', grades: [2, 4] },
    },
    {
      id: 'rooms',
      name: 'Rooms',
      kind: 'inKind',
      amounts: [20_000, 20_000],
      priceYear: '2024-25',
      optimismBias: { kind: 'share', share: 0.1 },
    },
    {
      id: 'exit',
      name: 'Redundancy',
      kind: 'revenue',
      amounts: [0, 90_000],
      priceYear: '2024-25',
      optimismBias: none,
      borneBy: 'NHS',
      transfer: true,
    },
    {
      id: 'desk',
      name: 'Desks',
      kind: 'inKind',
      amounts: [0, 7_000],
      priceYear: '2024-25',
      optimismBias: none,
      borneBy: 'Council',
    },
  ],
  outcomes: [
    {
      id: 'jobs',
      name: 'Into work',
      effect: {
        kind: 'percentagePoints',
        population: 5000,
        prevalence: 0.4,
        engagement: 0.5,
        with: 0.4,
        without: 0.25,
      },
      value: { fiscal: 9800, economic: 14_044, social: 500, priceYear: '2012-13', code: 'E&E1.0' },
      split: [
        { partner: 'DWP', share: 0.9, cashable: 0.8, transfer: true },
        { partner: 'NHS', share: 0.1, cashable: 0.2 },
      ],
      lag: 1,
      ramp: [0.3, 0.7, 1],
      dropOff: { rate: 0.15, from: 3 },
      optimismBias: { kind: 'grade', grades: [3] },
      provenance: { status: 'unverified', source: 'Unit Cost Database', note: 'Rebased' },
    },
    {
      id: 'care',
      name: 'Care avoided',
      effect: {
        kind: 'chain',
        population: 900,
        prevalence: 0.2,
        engagement: 0.6,
        success: 0.5,
        deadweight: 0.3,
      },
      value: { fiscal: 12_000, priceYear: '2024-25' },
      split: [
        { partner: 'Council', share: 0.333, cashable: 0.5 },
        { partner: 'ICB', share: 0.333, cashable: 0.25 },
        { partner: 'NHS', share: 0.334, cashable: 0.25 },
      ],
      lag: 0,
      ramp: 'high',
      persistence: [1, 1, 0.8],
      optimismBias: { kind: 'share', share: 0.2 },
    },
    {
      id: 'harm',
      name: 'Demand found',
      effect: { kind: 'total' },
      value: { fiscal: -60_000, priceYear: '2024-25' },
      split: [{ partner: 'ICB', share: 1, cashable: 1 }],
      lag: 2,
      ramp: 'mid',
      optimismBias: none,
    },
  ],
  sharing: {
    rule: 'freeRideProof',
    basis: 'gross',
    countInKind: true,
    shares: { Council: 2, NHS: 1, DWP: 1.5 },
  },
  coalition: {
    kind: 'coverage',
    coverage: { Council: 0.4, NHS: 0.2, ICB: 0.2, DWP: 0.2 },
    fixedCostShare: 0.2,
    veto: ['Council'],
  },
})

/** A programme that loses money, with coalition values listed, one partner's fixed money and the waterfall. */
export const losing = () => ({
  ...everything(),
  name: 'Losing / money',
  discounting: { schedule: 'health' },
  horizon: 52,
  partners: [
    { id: 'Council', name: 'Council' },
    { id: 'NHS', name: 'NHS' },
    { id: 'ICB', name: 'ICB' },
    { id: 'DWP', name: 'DWP' },
  ],
  outcomes: everything().outcomes.map((outcome) => ({
    ...outcome,
    value: { ...outcome.value, fiscal: outcome.value.fiscal / 20 },
  })),
  pot: {
    contributions: [
      { kind: 'amounts', partner: 'Council', amounts: [800_000] },
      { kind: 'amounts', partner: 'NHS', amounts: [0, 100_000] },
    ],
  },
  sharing: { rule: 'waterfall', lossRule: 'equalSplit' },
  coalition: {
    kind: 'values',
    values: Object.fromEntries(
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14].map((mask) => [
        ['Council', 'NHS', 'ICB', 'DWP'].filter((_, i) => mask & (1 << i)).join('+'),
        mask * 1000,
      ]),
    ),
    freeRiding: { NHS: 5000 },
  },
})

/** Nothing spent, nothing gained: every ratio has nothing to divide by. */
export const empty = () => ({
  ...presetDocument('dorset-older-people'),
  name: 'Empty',
  horizon: 1,
  investment: [],
  outcomes: [],
  coalition: undefined,
})
