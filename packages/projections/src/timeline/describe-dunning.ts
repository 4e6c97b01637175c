/** What we did about it, in sentences for people from accounts receivable. */
import type { DunningFact, TouchRecorded } from '@quittance/dunning'
import { amount } from './describe-cash.js'

/** @internal */
export const describeDunning = (fact: DunningFact): string => {
  switch (fact._tag) {
    case 'TouchRecorded':
      return `Contact ${fact.touchId} by ${fact.channel}: ${fact.outcome}${asked(fact)}${next(fact)}`
    case 'ExcuseGiven': {
      const until = fact.resolveOn === undefined ? '' : `, to be settled on ${fact.resolveOn}`
      return `Excuse ${fact.excuseId}: ${fact.code}${until}`
    }
  }
}

const asked = ({ askMinor, currency }: TouchRecorded): string =>
  askMinor === undefined || currency === undefined ? '' : `, asked for ${amount(askMinor, currency)}`

const next = ({ nextAction }: TouchRecorded): string =>
  nextAction === undefined ? '' : `; next: ${nextAction.kind} on ${nextAction.on}`
