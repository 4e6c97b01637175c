/** Rules with one bad habit each, as they are met in the field; every law of matching has one that breaks it. */
import type { MatcherAnswer, MatcherDecision, MatchPlan } from '@quittance/cash-application'
import { matchingLaws, type MatchingRules, type OfferedItem, type OfferedPayment } from '../../src/index.js'
import { byDay, everySet, onlyIfUnique, ownRules, sumOf, wholePlan } from './own-rules.js'

/** The own rules with their plans changed where something is applied. */
const withPlan = (
  change: (plan: MatchPlan, payment: OfferedPayment, items: ReadonlyArray<OfferedItem>) => MatchPlan,
): MatchingRules =>
  ownRules({
    answer: (payment, sets, items) => {
      const answer = onlyIfUnique(payment, sets, items)
      return answer._tag === 'Apply' ? { ...answer, plan: change(answer.plan, payment, items) } : answer
    },
  })

const firstOfSets = (
  payment: OfferedPayment,
  sets: ReadonlyArray<ReadonlyArray<OfferedItem>>,
  items: ReadonlyArray<OfferedItem>,
): MatcherAnswer => onlyIfUnique(payment, sets.slice(0, 1), items)

/** The first set found, in the order in which the items come. */
const inInputOrder = ownRules({
  sets: ({ amountMinor, currency }, items) => {
    const own = items.filter((item) => item.currency === currency)
    for (let mask = 1; mask < 1 << own.length; mask += 1) {
      const set = own.filter((_, at) => (mask >> at) & 1)
      if (sumOf(set) === BigInt(amountMinor)) return [set]
    }
    return []
  },
})

const oldestOfOneAmount: MatchingRules = ownRules({
  sets: ({ amountMinor, currency }, items) =>
    items
      .filter((item) => item.currency === currency && item.openMinor === amountMinor && amountMinor > 0)
      .sort((a, b) => (a.dueOn + a.itemId < b.dueOn + b.itemId ? -1 : 1))
      .slice(0, 1)
      .map((item) => [item]),
})

/** Down the items by id, each paid while the money lasts, the last in part. */
const byNumber: MatchingRules = ownRules({
  sets: (_, items) => [items],
  answer: ({ amountMinor, currency }, [items = []]) => {
    let leftMinor = amountMinor
    const lines: Array<MatchPlan['lines'][number]> = []
    for (const { itemId, openMinor } of items.filter((item) => item.currency === currency && item.openMinor > 0)) {
      if (leftMinor <= 0) break
      const cashMinor = Math.min(leftMinor, openMinor)
      lines.push({ itemId, cashMinor, differences: [], openMinor: openMinor - cashMinor })
      leftMinor -= cashMinor
    }
    return {
      _tag: 'Apply',
      by: 'number',
      plan: { lines, pennyMinor: 0, remainderMinor: leftMinor, remainder: 'unapplied' },
    }
  },
  left: (items, answer) =>
    answer._tag !== 'Apply'
      ? items
      : items.flatMap((item) => {
          const line = answer.plan.lines.find(({ itemId }) => itemId === item.itemId)
          return line === undefined ? [item] : line.openMinor === 0 ? [] : [{ ...item, openMinor: line.openMinor }]
        }),
})

/** Pays whatever item the text names last, in full, however much came in. */
const byTextAlone: MatchingRules = ownRules({
  sets: ({ text, currency }, items) =>
    items
      .filter((item) => item.currency === currency && item.openMinor > 0)
      .filter(({ identifiers }) => identifiers.some((id) => text.includes(id)))
      .sort((a, b) => text.lastIndexOf(b.identifiers[0] ?? '') - text.lastIndexOf(a.identifiers[0] ?? ''))
      .slice(0, 1)
      .map((item) => [item]),
  answer: ({ amountMinor }, [set]) =>
    set === undefined
      ? { _tag: 'None' }
      : {
          _tag: 'Apply',
          by: 'text',
          plan: { ...wholePlan(set), remainderMinor: amountMinor - (set[0]?.openMinor ?? 0) },
        },
})

/** The only set, or else the set of what the text names as it stands. */
const readsOnly = (reads: (text: string) => string): MatchingRules =>
  ownRules({
    sets: (payment, items) => {
      const text = reads(payment.text)
      const sets = everySet(payment, items)
      const named = sets.filter((set) => set.every(({ identifiers }) => identifiers.some((id) => text.includes(id))))
      return named.length === 1 ? named : sets
    },
  })

const applying =
  (
    rules: MatchingRules,
    change: (answers: ReadonlyArray<MatcherDecision>) => ReadonlyArray<MatcherDecision>,
  ): MatchingRules =>
  (payments, items) =>
    change(rules(payments, items))

const doubled = (plan: MatchPlan): MatchPlan => ({
  ...plan,
  lines: [...plan.lines, ...plan.lines.map((line) => ({ ...line, cashMinor: 0 }))],
})

let asked = 0

/** Each law by its name, with a habit that breaks it. */
export const brokenBy: Readonly<Record<string, { readonly habit: string; readonly rules: MatchingRules }>> = {
  'every cent of a payment is accounted for': {
    habit: 'drops a cent',
    rules: withPlan((plan) => ({
      ...plan,
      lines: plan.lines.map((line, at) => (at === 0 ? { ...line, cashMinor: line.cashMinor - 1 } : line)),
    })),
  },
  'no line takes an item across zero, and every difference has a name': {
    habit: 'closes what is a few cents short, and says nothing of the cents',
    rules: ownRules({
      sets: (payment, items) => everySet({ ...payment, amountMinor: payment.amountMinor + 1 }, items),
      answer: (payment, sets, items) => {
        const answer = onlyIfUnique(payment, sets, items)
        if (answer._tag !== 'Apply') return { _tag: 'None' }
        const lines = answer.plan.lines.map((line, at) =>
          at === 0 ? { ...line, cashMinor: line.cashMinor - 1 } : line,
        )
        return { ...answer, plan: { ...answer.plan, lines } }
      },
    }),
  },
  'all payments together take no more from an item than is open': {
    habit: 'decides every payment as if it were alone',
    rules: ownRules({ left: (items) => items }),
  },
  'no line of nothing, no item twice, no item that is not open': {
    habit: 'lists items twice',
    rules: withPlan(doubled),
  },
  'no line crosses currencies': {
    habit: 'looks at amounts, not at currencies',
    rules: ownRules({
      sets: (payment, items) =>
        everySet(
          payment,
          items.map((item) => ({ ...item, currency: payment.currency })),
        ),
    }),
  },
  'an earned discount is offered, in time, and no larger than the terms give': {
    habit: 'gives every payer two percent',
    rules: withPlan((plan) => ({
      ...plan,
      lines: plan.lines.map((line) => {
        const amountMinor = Math.floor(line.cashMinor / 50)
        if (amountMinor <= 0) return line
        return {
          ...line,
          cashMinor: line.cashMinor - amountMinor,
          differences: [{ _tag: 'Discount', kind: 'earned', amountMinor }],
        }
      }),
    })),
  },
  'the order of items changes nothing': { habit: 'takes the first set it finds', rules: inInputOrder },
  'the order of payments changes nothing': {
    habit: 'takes payments as they come',
    rules: ownRules({ order: (payments) => payments }),
  },
  'ids renamed in their order give the same answers renamed': {
    habit: 'passes over ids with an N',
    rules: ownRules({
      sets: (payment, items) =>
        everySet(
          payment,
          items.filter(({ itemId }) => !itemId.startsWith('N')),
        ),
    }),
  },
  'ids renamed at will change only which twin is taken': {
    habit: 'takes the set with the lowest ids',
    rules: ownRules({ answer: firstOfSets }),
  },
  'asked again the answer is the same, and the question is left alone': {
    habit: 'counts how often it was asked',
    rules: applying(ownRules(), (answers) => {
      asked += 1
      return answers.map(({ paymentId }) => ({
        paymentId,
        answer: { _tag: 'Undecided', because: `asked ${asked} times` },
      }))
    }),
  },
  'day by day gives what all days at once give': {
    habit: 'takes the largest payment first, whatever its day',
    rules: ownRules({
      order: (payments) =>
        [...byDay(payments)].sort((a, b) => b.amountMinor - a.amountMinor || (a.paymentId < b.paymentId ? -1 : 1)),
    }),
  },
  'what is open in another currency changes nothing': {
    habit: 'applies nothing on long accounts, and counts all currencies',
    rules: (payments, items) =>
      items.length > 5
        ? payments.map(({ paymentId }) => ({ paymentId, answer: { _tag: 'None' } }))
        : ownRules()(payments, items),
  },
  'one more item, larger than the payment, never turns one set into another': {
    habit: 'pays the charge next to the largest',
    rules: ownRules({
      answer: (payment, sets, items) => {
        const even = items.length % 2 === 0 ? sets : [...sets].reverse()
        return firstOfSets(payment, even, items)
      },
    }),
  },
  'of a payment that is used up nothing more is applied': {
    habit: 'pays what the text names, whatever the amount',
    rules: byTextAlone,
  },
  'another currency code changes nothing but the code': {
    habit: 'knows dollars and euros only',
    rules: ownRules({
      sets: (payment, items) => (['USD', 'EUR'].includes(payment.currency) ? everySet(payment, items) : []),
    }),
  },
  'as many days later everything is as it was': {
    habit: 'applies nothing on the first three days of a month',
    rules: ownRules({ sets: (payment, items) => (payment.receivedOn.slice(8) < '04' ? [] : everySet(payment, items)) }),
  },
  'that a twin would have done as well is said': {
    habit: 'takes one of two twins and keeps quiet about the other',
    rules: applying(ownRules(), (answers) =>
      answers.map(({ paymentId, answer }) => ({
        paymentId,
        answer: answer._tag === 'Apply' ? { _tag: 'Apply', by: answer.by, plan: answer.plan } : answer,
      })),
    ),
  },
  'words without digits in the text change nothing': {
    habit: 'reads the first line only',
    rules: readsOnly((text) => text.split('\n')[0] ?? ''),
  },
  'small letters and wide spaces in the text change nothing that is applied': {
    habit: 'wants numbers written just as on the invoice',
    rules: readsOnly((text) => (text.startsWith(' ') ? '' : text)),
  },
  'the order of the lines of a text changes nothing, nor does a line that stands twice': {
    habit: 'believes what stands last',
    rules: readsOnly((text) => text.split('\n').slice(-1).join()),
  },
  'between two sets of as many items that only amounts tell apart nothing is applied silently': {
    habit: 'takes the first set that fits',
    rules: ownRules({ answer: firstOfSets }),
  },
  'one of two items of an amount is taken only with a stated tie-break': {
    habit: 'takes the oldest of equal amounts without saying so',
    rules: oldestOfOneAmount,
  },
  'no explanation stands beside itself, nor beside its twin': {
    habit: 'shows every set, twins for each other among them',
    rules: ownRules({
      answer: (payment, sets, items) => {
        const answer = onlyIfUnique(payment, sets, items)
        return answer._tag === 'Ambiguous' ? { ...answer, plans: [...answer.plans, ...answer.plans] } : answer
      },
    }),
  },
  'all of a payment or nothing, and what it pays is closed to the cent': {
    habit: 'pays the oldest in part',
    rules: byNumber,
  },
  'a payment that is told twice is applied once': {
    habit: 'answers whatever comes in',
    rules: ownRules({ order: (payments) => [...payments].sort((a, b) => (a.receivedOn < b.receivedOn ? -1 : 1)) }),
  },
  'no item is paid while an older one stays open': { habit: 'goes by number, not by day', rules: byNumber },
}

/** Laws for which nobody has a broken habit yet. */
export const lawsWithoutBrokenRules: ReadonlyArray<string> = matchingLaws
  .map(({ name }) => name)
  .filter((name) => brokenBy[name] === undefined)
