/** Laws of promises: one standing at a time, every verdict proven by the money it names, no money named twice. */
import type { PromiseVerdictFact } from '@quittance/promises-to-pay'
import { type AuditLaw, auditLaw } from './law.js'
import { isPromiseFact } from './promise-facts.js'

const standingAfter = {
  PromiseKept: 'kept',
  PromisePartlyKept: 'partly-kept',
  PromiseBroken: 'broken',
  PromiseVoided: 'void',
  PromiseWithdrawn: 'withdrawn',
} as const

/** A promise is open until one verdict, withdrawal or replacement ends it; a verdict is taken back by name before another is given (P-21). @category laws @since 0.1.0 */
export const oneStandingAtATime: AuditLaw = auditLaw('a promise has one standing at a time', (log) => {
  const standings = new Map<string, string>()
  for (const { fact, revision } of log) {
    if (!isPromiseFact(fact)) continue
    const { _tag, promiseId } = fact
    const standing = standings.get(promiseId)
    const wanted = _tag === 'PromiseMade' ? undefined : _tag === 'PromiseReopened' ? fact.was : 'open'
    if (standing !== wanted) return { revision, says: `${_tag} of ${promiseId}, which is ${standing ?? 'not there'}` }
    if (_tag === 'PromiseMade' || _tag === 'PromiseReopened') standings.set(promiseId, 'open')
    else if (_tag === 'PromiseSuperseded') standings.set(promiseId, fact.itemIds.length === 0 ? 'superseded' : 'open')
    else if (_tag !== 'PromiseConfirmed') standings.set(promiseId, standingAfter[_tag])
  }
  return undefined
})

/** A verdict's receipts add up to what it says was kept, which is never more than promised; broken is never said within the window. @category laws @since 0.1.0 */
export const verdictsProven: AuditLaw = auditLaw('a verdict is proven by the money it names', (log) => {
  for (const { fact, revision } of log) {
    if (!isPromiseFact(fact) || !('counted' in fact)) continue
    const says = unproven(fact)
    if (says !== undefined) return { revision, says: `${fact._tag} of ${fact.promiseId}: ${says}` }
  }
  return undefined
})

const unproven = (fact: PromiseVerdictFact): string | undefined => {
  const { counted, keptMinor, expectedMinor, promisedMinor, shortMinor, toleranceMinor } = fact
  const provenMinor = counted.reduce((so, { amountMinor }) => so + amountMinor, 0)
  if (provenMinor !== keptMinor) return `kept ${keptMinor}, proven ${provenMinor}`
  if (keptMinor > expectedMinor || expectedMinor > promisedMinor)
    return `kept ${keptMinor} of ${expectedMinor} of ${promisedMinor}`
  const outside = counted.find(({ countedOn }) => countedOn < fact.countsFrom || countedOn > fact.windowEndsOn)
  if (outside !== undefined) return `counts money of ${outside.countedOn}`
  switch (fact._tag) {
    case 'PromiseKept':
      return keptMinor + toleranceMinor < expectedMinor ? `${expectedMinor - keptMinor} short` : undefined
    case 'PromiseVoided':
      return expectedMinor === 0 ? undefined : `${expectedMinor} could be paid`
    case 'PromisePartlyKept':
    case 'PromiseBroken':
      if (fact.on <= fact.windowEndsOn) return `its window ends on ${fact.windowEndsOn}`
      if (shortMinor !== expectedMinor - keptMinor) return `short ${shortMinor}`
      return keptMinor > 0 === (fact._tag === 'PromisePartlyKept') ? undefined : `${keptMinor} came`
  }
}

/** Money on an item of another currency counts in that one. */
const inCurrency = ({ receiptId, currency }: { readonly receiptId: string; readonly currency: string }): string =>
  JSON.stringify([receiptId, currency])

/** The verdicts of one command name no more of a receipt than it brought. @category laws @since 0.1.0 */
export const noMoneyCountsTwice: AuditLaw = auditLaw('no receipt counts twice in one assessment', (log) => {
  const currencies = new Map<string, string>()
  const brought = new Map<string, number>()
  const named = new Map<string, number>()
  let commandId: string | undefined
  for (const { fact, revision, commandId: by } of log) {
    if (fact._tag === 'ReceiptRecorded' || fact._tag === 'CashTransferredIn') {
      currencies.set(fact.receiptId, fact.currency)
      brought.set(inCurrency(fact), fact.amountMinor)
    } else if (fact._tag === 'CashApplied' && currencies.get(fact.receiptId) !== fact.currency)
      brought.set(inCurrency(fact), (brought.get(inCurrency(fact)) ?? 0) + fact.amountMinor)
    if (by !== commandId) named.clear()
    commandId = by
    if (!isPromiseFact(fact) || !('counted' in fact)) continue
    for (const { receiptId, amountMinor } of fact.counted) {
      const place = inCurrency({ receiptId, currency: fact.currency })
      const sumMinor = (named.get(place) ?? 0) + amountMinor
      if (sumMinor > (brought.get(place) ?? 0)) return { revision, says: `${receiptId} counts for ${sumMinor}` }
      named.set(place, sumMinor)
    }
  }
  return undefined
})
