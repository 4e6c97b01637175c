/** The goods came later than they were promised. */
import { daysBetween, struct, wholeNumber } from '@quittance/kernel'
import type { CauseRule } from '../cause-rule.js'
import { goodsLines, orderLineOf } from '../goods-lines.js'
import { ruleSettings } from '../rule-settings.js'

/** After how many days from the promised day goods are late, and when that alone is reason enough. @category policies @since 0.1.0 */
export interface GoodsLateSettings {
  readonly moreThanDays: number
  readonly confidence: number
  /** After more than so many days nobody needs to complain for it to count. */
  readonly seriousAfterDays: number
  readonly seriousConfidence: number
}

/**
 * A line arrived more than so many days after the day that its order promised. It makes a customer unwilling rather than an invoice
 * wrong: some days only support a complaint, two weeks count by themselves, and whatever is wrong with the papers counts for more.
 *
 * @category policies
 * @since 0.1.0
 */
export const goodsLate: CauseRule<GoodsLateSettings> = {
  id: 'goods-late',
  rank: 'computed',
  settings: ruleSettings(
    struct({
      moreThanDays: wholeNumber,
      confidence: wholeNumber,
      seriousAfterDays: wholeNumber,
      seriousConfidence: wholeNumber,
    }),
    { moreThanDays: 3, confidence: 45, seriousAfterDays: 14, seriousConfidence: 60 },
  ),
  find: (dossier, { moreThanDays, confidence, seriousAfterDays, seriousConfidence }) => {
    const { order } = dossier
    if (order === undefined) return []
    const late = goodsLines(dossier).flatMap(({ arrived, note }) => {
      const promisedOn = orderLineOf(order, arrived)?.promisedOn
      if (promisedOn === undefined) return []
      const days = daysBetween(promisedOn, note.fact.on)
      return days > moreThanDays ? [{ promisedOn, days, note }] : []
    })
    const [worst] = late.toSorted((a, b) => b.days - a.days)
    if (worst === undefined) return []
    const { note, promisedOn, days } = worst
    const because = {
      kind: 'delivered-late',
      deliveryId: note.fact.deliveryId,
      promisedOn,
      arrivedOn: note.fact.on,
      days,
    }
    const positions = [order, note].map(({ position }) => position)
    const sure = days > seriousAfterDays ? seriousConfidence : confidence
    return [{ cause: 'late_delivery', confidence: sure, happenedOn: note.fact.on, positions, because }]
  },
}
