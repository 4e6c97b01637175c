// Counting a run over all payments of one variant.
import { median, quantile } from '../measure/rounds.mjs'

/** A tally: `add(answer, score, ms)` for each payment, `figures()` at the end. */
export const tally = () => {
  const counts = { payments: 0, autoApplied: 0, exactlyRight: 0, interchangeable: 0 }
  const others = { Ambiguous: 0, Undecided: 0, Suspect: 0, None: 0 }
  const money = new Map()
  const times = []
  const add = (answer, score, currency, ms) => {
    counts.payments += 1
    times.push(ms)
    if (answer._tag !== 'Apply') {
      others[answer._tag] = (others[answer._tag] ?? 0) + 1
      return
    }
    counts.autoApplied += 1
    counts.exactlyRight += Number(score.isRight)
    counts.interchangeable += Number(score.isInterchangeable)
    const sums = money.get(currency) ?? { applied: 0, right: 0, whole: 0 }
    money.set(currency, {
      applied: sums.applied + score.appliedMinor,
      right: sums.right + score.rightMinor,
      whole: sums.whole + (score.isRight ? score.appliedMinor : 0),
    })
  }
  const figures = () => ({
    ...counts,
    moneyPrecision: worstShare(money, 'right'),
    moneyInRightPayments: worstShare(money, 'whole'),
    ambiguous: others.Ambiguous,
    undecided: others.Undecided,
    suspect: others.Suspect,
    none: others.None,
    ...timesOf(times),
  })
  return { add, figures }
}

/** Currencies are never added: of several, the one that did worst. */
const worstShare = (money, part) => {
  const shares = [...money.values()].map((sums) => (sums.applied === 0 ? 1 : sums[part] / sums.applied))
  return shares.length === 0 ? null : Math.min(...shares)
}

/** Median, 99 of 100, and worst, in milliseconds. */
export const timesOf = (times) => ({
  msMedian: milliseconds(times.length === 0 ? 0 : median(times)),
  msP99: milliseconds(times.length === 0 ? 0 : quantile(times, 0.99)),
  msMax: milliseconds(times.length === 0 ? 0 : times.reduce((so, one) => Math.max(so, one), 0)),
})

const milliseconds = (value) => Number(value.toFixed(4))
