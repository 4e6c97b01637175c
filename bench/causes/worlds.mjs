// The worlds that causes are scored on, and the tagger's answer to the facts of one.
import { readFileSync } from 'node:fs'
import {
  addCauseFact,
  addFact,
  emptyCauseView,
  emptyLedgerView,
  rootCauses,
  shippedCauseRules,
} from '@quittance/projections'
import { decodeUpstreamMix } from '@quittance/testkit'

/** Five seeds and three mixes, fixed before anything was scored. */
export const fixed = JSON.parse(readFileSync(new URL('../mixes/causes/fixed.json', import.meta.url), 'utf8'))

export const fixedMix = (name) => readMix(new URL(`../mixes/causes/${name}.json`, import.meta.url))

/** A mix out of a file, or what is wrong with which field of it. */
export const readMix = (path) => {
  let json
  try {
    json = JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new Error(`${path}: ${error.message}`, { cause: error })
  }
  const read = decodeUpstreamMix(json)
  if (read._tag === 'Left') throw new Error(read.left.map((line) => `${path}: ${line}`).join('\n'))
  return read.right
}

/** The shipped rules with the tables that a seller keeps: each customer's codes, and the words that collectors use. */
export const rulesFor = ({ accounts, excuseCodes }) => ({
  ...shippedCauseRules,
  customerCodes: Object.fromEntries(
    accounts.map(({ customer, codes }) => [
      customer,
      { id: `codes-of-${customer}`, version: 1, causes: { ...excuseCodes, ...codes } },
    ]),
  ),
})

/** Facts of all accounts, one account after the other, numbered as a store would. */
export const factsOf = function* ({ accounts }) {
  let position = 0
  for (const { facts } of accounts) for (const fact of facts) yield { ...fact, position: (position += 1) }
}

/** The causes that the tagger names for what is late at the end of a world; it sees facts and tables, and nothing else. */
export const taggedCauses = (facts, lastDay, rules) => {
  const [ledger, causes] = [emptyLedgerView(), emptyCauseView()]
  for (const fact of facts) {
    addFact(ledger, fact)
    addCauseFact(causes, fact)
  }
  const at = { asOf: lastDay, knownAt: ledger.latestRecordedAt }
  const { rows } = rootCauses({ ledger, causes }, at, rules, { scope: 'late' })
  return new Map(rows.map(({ itemId, cause }) => [itemId, cause]))
}
