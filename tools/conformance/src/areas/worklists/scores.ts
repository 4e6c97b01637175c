/** Scores from weights and components, and the order that they give. */
import { orderWork, type WorkCandidate, type WorkPolicy, workScore } from '@quittance/dunning'
import { type Decimal, fractionOfDecimal, wholeFraction } from '@quittance/kernel'
import type { Answers } from '../../run/ask.js'
import { type Reader, scalarText } from '../../run/reader.js'
import { unsupported } from '../../run/unsupported.js'
import { list, map, rate, text } from '../../run/value.js'
import type { CaseCustomer } from './customers.js'

/** The answers about scores. */
export const scoreAnswers = (given: Reader, customers: ReadonlyArray<CaseCustomer>): Answers => {
  const weighed = given.map('weights') ?? unsupported('weights that is no map')
  const weights = weighed.keys().map((component) => ({
    component,
    weight: weighed.decimal(component) ?? unsupported(`weights.${component} without a number`),
  }))
  const setting = given.map('policy')
  const usual = defaultTiers(customers)
  const policy: WorkPolicy = {
    weights,
    tiers:
      namesOf(setting, 'tiers', { none: [], default: usual, broken_promise: usual, broken_promise_first: usual }) ??
      usual,
    ties: namesOf(setting, 'ties', { customer_id: [], none: [], as_listed: [listed] }) ?? [],
  }
  const components = new Set([...weights.map(({ component }) => component), ...policy.tiers, ...policy.ties])
  const candidates = customers.map((one, place) => candidateOf(one, place, components, policy))
  for (const name of [...policy.tiers, ...policy.ties])
    if (name !== listed && name !== 'broken_promise' && !customers.some(({ source }) => source.has(name)))
      unsupported(`policy: no customer has ${name}`)
  const order = orderWork(candidates, policy)
  return {
    score: (ask) => {
      const scores = candidates.map((one) => [one.customer, rate(workScore(one, weights).score)] as const)
      if (ask.kind === 'map') return map(scores)
      return ask.kind === 'list' ? list(scores.map(([, score]) => score)) : (scores[0]?.[1] ?? unsupported('score'))
    },
    order: () => list(order.map(({ customer }) => text(customer))),
  }
}

/** The place in the case, counted down, so that the first is the largest. */
const listed = 'listed'
const yesterday = ['promise_broken_yesterday', 'broken_promise_yesterday', 'broken_yesterday']

/** A promise broken yesterday comes first; a case that does not say when it was broken means yesterday. */
const defaultTiers = (customers: ReadonlyArray<CaseCustomer>): ReadonlyArray<string> => {
  const named = yesterday.filter((key) => customers.some(({ source }) => source.has(key)))
  return named.length > 0 ? named : ['broken_promise']
}

/** A word with a meaning of its own, a component (also as `exposure_largest_first`), or a list of components. */
const namesOf = (
  setting: Reader | undefined,
  key: string,
  words: Readonly<Record<string, ReadonlyArray<string>>>,
): ReadonlyArray<string> | undefined => {
  const node = setting?.node(key)
  if (node === undefined) return undefined
  const names = (node.kind === 'list' ? node.items : [node]).map((item) => scalarText(item, `policy.${key}`))
  return names.flatMap((name) => {
    if (Object.hasOwn(words, name)) return words[name] ?? []
    return [name.replace(/_(?:(?:largest|highest)_)?first$/, '')]
  })
}

const candidateOf = (
  { customer, source }: CaseCustomer,
  place: number,
  components: ReadonlySet<string>,
  { tiers }: WorkPolicy,
): WorkCandidate => {
  const inputs: Array<readonly [string, Decimal]> = [...components].flatMap((component) => {
    const input = source.decimal(component)
    return input === undefined ? [] : [[component, input] as const]
  })
  return {
    customer,
    inputs: {
      ...Object.fromEntries(inputs.map(([component, input]) => [component, fractionOfDecimal(input)])),
      [listed]: wholeFraction(-place),
    },
    flags: inputs.flatMap(([component, { unscaled }]) => (tiers.includes(component) && unscaled > 0 ? component : [])),
  }
}
