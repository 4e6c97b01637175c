/** How promises stand at the evaluations that a case asks for. */
import { type CurrencyCode, laterOf, type LocalDate, sumMinor } from '@quittance/kernel'
import { accountPromises, type PromiseAt } from '@quittance/projections'
import { type PromiseStanding, ratedAs, type ReopenReason } from '@quittance/promises-to-pay'
import { endOf } from '../../books/views.js'
import { type Answers, type Ask } from '../../run/ask.js'
import { amount, fields, list, map, nothing, text, type Value, whole, yesNo } from '../../run/value.js'
import { type MadePromise, ranks, type Scene, waitUntil } from './scene.js'

const words: Readonly<Record<PromiseStanding, string>> = {
  open: 'open',
  kept: 'kept',
  'partly-kept': 'partially_kept',
  broken: 'broken',
  void: 'void',
  superseded: 'replaced',
  withdrawn: 'withdrawn',
}

const causes: Readonly<Record<ReopenReason, string>> = {
  'receipt-returned': 'payment_reversed',
  'receipt-voided': 'payment_voided',
  'money-moved': 'payment_moved',
  'payment-applied-late': 'payment_applied_late',
  'payment-recorded-late': 'payment_recorded_late',
  'item-reduced': 'credited',
  'plan-changed': 'plan_changed',
  'allotment-changed': 'allotment_changed',
}

/** A promise of the case at one evaluation: its parts as the account has them. */
interface Evaluated {
  readonly parts: ReadonlyArray<PromiseAt>
  readonly states: ReadonlyArray<PromiseStanding>
}

/** The promises at a day, as known at its end. */
const evaluated = (scene: Scene, promise: MadePromise, on: LocalDate): Evaluated => {
  const all = accountPromises(scene.books.recorded(), { asOf: on, knownAt: endOf(on) })
  const found = promise.parts.flatMap(({ promiseId, itemId }) => {
    const at = all.find((one) => one.promiseId === promiseId)
    if (at === undefined) return []
    const item = at.verdict?.items?.find((one) => one.itemId === itemId)
    return [{ at, state: promise.parts.length > 1 && item !== undefined ? item.state : at.standing }]
  })
  return { parts: [...new Set(found.map(({ at }) => at))], states: found.map(({ state }) => state) }
}

/** All kept is kept, all broken is broken; void parts do not weigh, and an open part leaves it open. */
const inTotal = ({ parts, states }: Evaluated): PromiseStanding => {
  if (parts.length === 1) return parts[0]?.standing ?? 'open'
  const weighed = states.filter((state) => state !== 'void')
  const [first] = weighed
  if (first === undefined) return 'void'
  if (weighed.includes('open')) return 'open'
  return weighed.every((state) => state === first) ? first : 'partly-kept'
}

const causeOf = ({ parts }: Evaluated): Value => {
  for (const { history, standing } of parts) {
    const because = history.findLast((one) => one.because !== undefined)?.because
    if (because !== undefined) return text(causes[because.reason])
    if (standing === 'void') return text(causes['item-reduced'])
  }
  return nothing
}

const lateDays = ({ parts }: Evaluated): Value => {
  const days = parts.flatMap(({ paidLateDays }) => paidLateDays ?? [])
  return days.length < parts.length || days.length === 0 ? nothing : whole(Math.max(...days))
}

/** The answers of the area. */
export const promisesAnswers = (scene: Scene, evaluations: ReadonlyArray<LocalDate>): Answers => {
  const { made, currency } = scene
  /** The days asked about, once all has happened that comes before the last of them. */
  const asked = (): ReadonlyArray<LocalDate> => {
    const latest = evaluations.reduce<LocalDate>((so, on) => laterOf(so, on), scene.today)
    waitUntil(scene, latest, ranks.assess + 1)
    return evaluations.length === 0 ? [scene.today] : evaluations
  }
  const each =
    (valueOf: (at: Evaluated) => Value) =>
    (ask: Ask): Value => {
      const [days, last] = [asked(), made.at(-1)]
      if (last === undefined) return nothing
      const values = days.map((on) => valueOf(evaluated(scene, last, on)))
      return ask.kind === 'list' ? list(values) : (values.at(-1) ?? nothing)
    }
  const summed = (minorOf: (promise: PromiseAt) => number): ((ask: Ask) => Value) =>
    each(({ parts }) => amountOf(parts, minorOf, currency))
  return {
    state: each((at) => text(words[inTotal(at)])),
    parts: (ask) =>
      ask.kind === 'list' && ask.items[0]?.kind === 'list'
        ? each(({ states }) => list(states.map((state) => text(words[state]))))(ask)
        : each(({ states }) => list(states.map((state) => text(words[state]))))({ kind: 'one' }),
    kept_amount: summed(({ keptMinor }) => keptMinor),
    short: summed(({ shortMinor }) => shortMinor),
    variance: summed(({ verdict }) => verdict?.varianceMinor ?? 0),
    paid_late_by_days: each(lateDays),
    cause: each(causeOf),
    counts_in_rate: each(({ parts }) =>
      yesNo(parts.some((one) => ratedAs(one) !== 'open' && ratedAs(one) !== 'left-out')),
    ),
    level: each(({ parts }) => (parts[0] === undefined ? nothing : whole(parts[0].level))),
    promises: () => {
      const lastDay = asked().at(-1) ?? scene.today
      return map(
        made.map((promise) => {
          const at = evaluated(scene, promise, lastDay)
          const level = at.parts[0]?.level
          return [
            promise.id,
            fields({
              state: text(words[inTotal(at)]),
              level: level === undefined ? nothing : whole(level),
              kept_amount: amountOf(at.parts, ({ keptMinor }) => keptMinor, currency),
              short: amountOf(at.parts, ({ shortMinor }) => shortMinor, currency),
              cause: causeOf(at),
            }),
          ] as const
        }),
      )
    },
  }
}

const amountOf = (
  parts: ReadonlyArray<PromiseAt>,
  minorOf: (promise: PromiseAt) => number,
  currency: CurrencyCode,
): Value => amount(sumMinor(parts.map(minorOf)), currency)
