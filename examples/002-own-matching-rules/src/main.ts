/** Runs the example: a payment that fits February, one that fits nothing, and a rule set with a misspelt field. */
import { ownMatchingRules } from './own-matching-rules.js'

const rules = { kind: 'whole-month', id: 'whole-month', version: 1, monthsBack: 1, bonusMinor: 0 }

for (const [json, paidMinor] of [
  [rules, 650_00],
  [rules, 640_00],
  [{ ...rules, monthBack: 2 }, 650_00],
] as const)
  console.log(JSON.stringify(await ownMatchingRules(json, paidMinor)))
